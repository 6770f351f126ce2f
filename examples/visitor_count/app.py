"""A number that all events of one page share, in a global: from Gradio's guide."""

import gradio as gr

visitor_count = 0


def increment_counter():
    global visitor_count
    visitor_count += 1
    return visitor_count


with gr.Blocks() as demo:
    number = gr.Number(label="Total Visitors", value="Counting...")
    count = gr.Button("Count me again")

    demo.load(increment_counter, inputs=None, outputs=number)
    count.click(increment_counter, inputs=None, outputs=number)

demo.launch()
