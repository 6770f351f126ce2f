"""A generator that gives numbers as fast as it can."""

import gradio as gr


def numbers(count):
    for i in range(int(count)):
        yield i + 1


with gr.Blocks() as demo:
    count = gr.Number(10_000, label="Count")
    shown = gr.Number(label="Shown")
    gr.Button("Start").click(numbers, count, shown)

demo.launch()
