import json

import gradio as gr
from heap import figures
from pyodide.ffi import create_proxy

with gr.Blocks() as demo:
    state = gr.State(0)
    browser_state = gr.BrowserState(0, storage_key="count")
    secret = gr.BrowserState(0, storage_key="secret", secret="secret")
    leaked = []
    doubled = gr.Number(label="Doubled")
    doubled_too = gr.Number(label="Doubled too")
    measured = gr.Textbox(label="Measured")

    def leak():
        leaked.extend(create_proxy([]) for _ in range(1000))

    def measure(*counts):
        return json.dumps({"events": sum(counts), **figures()})

    gr.Button("State").click(lambda n: n + 1, state, state)
    gr.Button("Browser state").click(lambda n: n + 1, browser_state, browser_state)
    gr.Button("Secret").click(lambda n: n + 1, secret, secret)
    state.change(lambda n: 2 * n, state, doubled)
    browser_state.change(lambda n: 2 * n, browser_state, doubled_too)
    gr.Button("Measure").click(measure, [state, browser_state, secret], measured)
    gr.Button("Leak").click(leak)

demo.launch()
