"""A text that streams in letter by letter, at the speed that you set, until you stop it."""

import time

import gradio as gr

STORY = """\
The lighthouse keeper wrote one letter each night, and sent it to nobody.

He wrote about the fog, which came without knocking; about the ships that he had never been aboard; about the lamp, \
which was older than he was and had never once been thanked.

One morning an answer lay on the step. *Thank you,* it said. *I was getting used to the dark.*"""


def type_out(text, speed):
    if not text:
        yield "*There is nothing to type.*", "0 letters"
    for end in range(1, len(text) + 1):
        yield text[:end], f"{end} of {len(text)} letters"
        time.sleep(1 / speed)


with gr.Blocks(title="Typewriter") as demo:
    with gr.Row():
        with gr.Column():
            text = gr.Textbox(STORY, label="Text", lines=9)
            speed = gr.Slider(5, 200, value=60, step=5, label="Letters a second")
            with gr.Row():
                stop = gr.Button("Stop", variant="stop")
                start = gr.Button("Type", variant="primary")
        with gr.Column():
            paper = gr.Markdown("*The paper is empty.*", container=True, min_height=220)
            counter = gr.Textbox(label="So far", value="0 letters")

    typing = start.click(type_out, [text, speed], [paper, counter], show_progress="hidden")
    stop.click(None, cancels=[typing])

demo.launch()
