"""A Dataset whose samples change, and a Dropdown that takes any text."""

import gradio as gr


def more(number):
    number = number + 1
    samples = [[f"sample {number} {i}", i] for i in range(number * 3)]
    return number, gr.Dataset(samples=samples), gr.Dropdown(choices=[text for text, _ in samples])


with gr.Blocks() as demo:
    number = gr.State(1)
    samples = gr.Dataset(components=["textbox", "number"], samples=[["first", 1], ["second", 2]], label="Samples")
    picked = gr.Textbox(label="Picked")
    text = gr.Dropdown(["first", "second"], label="Text", value=None, allow_custom_value=True)
    typed = gr.Textbox(label="Typed")
    gr.Button("More").click(more, number, [number, samples, text])
    samples.click(lambda sample: repr(sample), samples, picked)
    text.input(lambda text: text, text, typed)

demo.launch()
