"""Two functions that sleep at once: one goes on, and collects garbage, on the stack that the other has slept on."""

import gc
import time

import gradio as gr


class Deep:
    """Asks itself for attributes: each goes through C, and takes its part of the stack."""

    def __init__(self, depth, then):
        self.depth, self.then = depth, then

    def __getattr__(self, name):
        return dive(self.depth - 1, self.then)


def dive(depth, then):
    return getattr(Deep(depth, then), f"deeper_{depth}") if depth else then()


def sort(depth, then):
    """The same depth in another way, so that other things come to lie in the same places."""
    return sorted([1], key=lambda _: sort(depth - 1, then)) if depth else then()


def collect():
    gc.collect()
    gc.collect(1)


def nap():
    time.sleep(1)
    for depth in range(1, 60):
        sort(depth, collect)
    return "slept and collected"


def sleep():
    dive(20, lambda: time.sleep(4))
    return "slept"


with gr.Blocks() as demo:
    napped = gr.Textbox(label="Napped")
    slept = gr.Textbox(label="Slept")
    gr.Button("Nap").click(nap, None, napped)
    gr.Button("Sleep").click(sleep, None, slept)

demo.launch()
