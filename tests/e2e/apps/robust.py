import json
import os
import sys

import gradio as gr


def recurse(n=0):
    return recurse(n + 1)


def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value


def interrupt():
    raise KeyboardInterrupt


def rows():
    return [{"id": i, "name": f"row {i}"} for i in range(100_000)]


with gr.Blocks() as demo:
    kept = gr.BrowserState("", storage_key="kept")
    text = gr.Textbox(label="Text")
    keep = gr.Button("Keep").click(lambda text: text, text, kept)
    found = gr.Textbox(label="Found")
    demo.load(lambda kept: kept, kept, found)
    result = gr.Textbox(label="Result")
    other = gr.Textbox(label="Other")
    tree = gr.JSON(label="Tree")

    clicks = gr.State(0)
    count = gr.Number(0, label="Clicks", precision=0)
    pressed = gr.Button("Count")
    pressed.click(lambda n: (n + 1, n + 1), clicks, [clicks, count], trigger_mode="multiple", show_progress="hidden")

    gr.Button("Recursion").click(recurse, None, result)
    gr.Button("Dumps").click(lambda: json.dumps(deep(10**4)), None, result)
    gr.Button("Memory").click(lambda: len([0] * 2**29), None, result)
    gr.Button("Exit").click(lambda: sys.exit("leaving"), None, result)
    gr.Button("Interrupt").click(interrupt, None, result)
    gr.Button("No JSON").click(lambda: ({object()}, "other arrives"), None, [tree, other])
    gr.Button("Cycle").click(lambda: ((lambda x: x.append(x) or x)([]), "other too"), None, [tree, other])
    gr.Button("1,000 levels").click(lambda: deep(1000), None, tree)
    gr.Button("3,000 levels").click(lambda: deep(3000), None, tree)
    gr.Button("Rows").click(rows, None, tree)
    gr.Button("Ten megabytes").click(lambda: "x" * 10**7, None, result)
    gr.Button("Bad choice").click(lambda: "text", None, gr.Slider(label="Slider"))
    gr.Button("Fine").click(lambda: "fine", None, result)
    gr.Button("Die").click(lambda: os._exit(3), None, result)
    gr.Button("Abort").click(os.abort, None, result)

demo.launch()
