"""Answers of any length, token by token."""

import asyncio

import gradio as gr


def tokens(count):
    """Words, in paragraphs with some formatting, as language models write."""
    for i in range(int(count) - 1):
        yield f"**word{i}** " if i % 10 == 0 else ".\n\n" if i % 50 == 49 else f"word{i} "
    yield f"END{int(count)}"


def answer(count):
    said = ""
    for token in tokens(count):
        said += token
        yield said


async def answer_later(count):
    said = ""
    for token in tokens(count):
        await asyncio.sleep(0)
        said += token
        yield said


with gr.Blocks() as demo:
    count = gr.Number(label="Tokens")
    text = gr.Textbox(label="Text", lines=10, max_lines=10)
    markdown = gr.Markdown(height=400, elem_id="markdown", container=True)
    gr.Button("Textbox").click(answer, count, text)
    gr.Button("Textbox async").click(answer_later, count, text)
    gr.Button("Markdown").click(answer, count, markdown)
    gr.Button("Markdown async").click(answer_later, count, markdown)

demo.launch()
