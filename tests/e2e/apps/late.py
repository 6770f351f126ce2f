"""Imports from the standard library what no import statement tells of."""

from importlib import import_module

import gradio as gr

at_start = import_module("colorsys").__name__

with gr.Blocks() as demo:
    imported = gr.Textbox(at_start, label="Imported")
    gr.Button("Import").click(lambda: import_module("wave").__name__, outputs=imported)
demo.launch()
