"""Imports modules of its folder, and tells what became of them."""

import importlib
import inspect
import json
import time

import early
import gradio as gr
import of_page

started = time.time()
early.count += 1


def tell():
    return json.dumps(
        {
            "age": started - early.made,
            "count": early.count,
            "chance": early.chance.random(),
            "seeded": early.seeded.random(),
            "source": "made = time.time()" in inspect.getsource(early),
            "folder": early.__file__.rpartition("/")[0],
            "language": of_page.language,
        }
    )


def reload():
    return str(importlib.reload(early).made > started)


with gr.Blocks() as demo:
    told, reloaded = gr.Textbox(label="Told"), gr.Textbox(label="Reloaded")
    demo.load(tell, outputs=told)
    gr.Button("Reload").click(reload, outputs=reloaded)
    early.part.render()
demo.launch()
