"""A counter among many components; their number takes the place of the 0."""

import gradio as gr

OTHERS = 0

with gr.Blocks() as demo:
    count = gr.Number(0, label="Count")
    gr.Button("Add one").click(lambda n: n + 1, count, count)
    for i in range(OTHERS):
        gr.Textbox(f"value {i}", label=f"Text {i}")

demo.launch()
