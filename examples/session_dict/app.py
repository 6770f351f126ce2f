"""One object for each page view, kept in a plain dictionary by its session hash."""

import threading

import gradio as gr


class Counter:
    """Holds a lock, which can't be copied: it can't be the first value of a gr.State."""

    def __init__(self):
        self.lock = threading.Lock()
        self.count = 0

    def next(self):
        with self.lock:
            self.count += 1
            return self.count


counters = {}


def start(request: gr.Request):
    counters[request.session_hash] = Counter()


def stop(request: gr.Request):
    del counters[request.session_hash]


def count(request: gr.Request):
    return counters[request.session_hash].next()


with gr.Blocks(title="A counter for each visit") as demo:
    number = gr.Number(label="Count", value=0)
    gr.Button("Count").click(count, None, number)
    demo.load(start)
    demo.unload(stop)

demo.launch()
