"""What comes from outside: an app that offers no links, shows JSON, and stores a note."""

import sys

import gradio as gr

with gr.Blocks() as demo:
    stored = gr.BrowserState("", storage_key="note")
    name = gr.Textbox("Ann", label="Name")
    loaded = gr.Textbox(label="Loaded")
    text = gr.Textbox(label="Text")
    shown = gr.JSON(label="Shown")
    count = gr.Textbox(label="Count")
    demo.load(lambda note, name: f"{note} {name}", [stored, name], loaded)
    gr.Button("Show").click(lambda text: text, text, shown)
    gr.Button("Count").click(lambda text: str(len(text)), text, count)
    gr.Button("Keep").click(lambda text: text, text, stored)
    gr.Button("End").click(lambda: sys.modules["os"]._exit(3))

demo.launch()
