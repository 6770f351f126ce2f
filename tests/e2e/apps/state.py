"""Everything that the tests of gr.State and gr.BrowserState look at."""

import json

import gradio as gr
from js import localStorage

SECRET = "-".join(["never", "shown"])


def note(what):
    """Leave a trace that outlives the page."""
    localStorage.setItem("noted", json.dumps([*json.loads(localStorage.getItem("noted") or "[]"), what]))


class Job:
    def __init__(self):
        self.text = SECRET
        self.count = 0


def work(job):
    job.count += 1
    return job, job.count


def steps():
    yield from (1, 1, 2)


with gr.Blocks(title="State") as demo:
    job = gr.State(Job, delete_callback=lambda job: note(f"deleted {job.count}"))
    count = gr.Number(0, label="Jobs")
    gr.Button("Work").click(work, job, [job, count])

    number = gr.State(0)
    changes = gr.State([])
    heard = gr.Textbox(label="Heard")
    gr.Button("Steps").click(steps, None, number)
    number.change(lambda number, changes: [*changes, number], [number, changes], changes)
    changes.change(str, changes, heard)

    left, right = gr.State(0), gr.State(0)
    gr.Button("Run in circles").click(lambda: 1, None, left)
    left.change(lambda n: n + 1, left, right)
    right.change(lambda n: n + 1, right, left)

    hash = gr.Textbox(label="Session")
    who = gr.Button("Who am I?")

    @gr.on([demo.load, who.click], outputs=hash)
    def session(request: gr.Request):
        return request.session_hash

    text = gr.Textbox(label="Text")
    stored = gr.BrowserState("", storage_key="text")
    text.change(lambda text: text, text, stored)
    gr.on([demo.load, stored.change], lambda text: text, stored, text)

    demo.unload(lambda: note("unloaded"))

demo.launch()
