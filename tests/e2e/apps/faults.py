import asyncio
import itertools

import gradio as gr

with gr.Blocks() as demo:
    count = gr.BrowserState(0, storage_key="count")
    text = gr.BrowserState("", storage_key="text")
    turn = gr.BrowserState([], storage_key="turn")
    name = gr.Textbox("tab", label="Name")
    shown = gr.Textbox(label="Shown")

    async def write():
        for number in itertools.count(1):
            yield number
            print("told", number)  # only once the browser has kept it does a generator go on
            await asyncio.sleep(0)

    def write_some(before):
        for number in range(before + 1, before + 101):
            yield number
            print("told", number)

    def grow(text):
        while True:
            text += "x" * 100_000
            yield text
            print("told", len(text))

    def race(name):
        for number in range(1000):
            yield [name, number]
            print("told", number)

    gr.Button("Write").click(write, None, count)
    gr.Button("Write some").click(write_some, count, count)
    gr.Button("Grow").click(grow, text, text)
    gr.Button("Race").click(race, name, turn)
    gr.Button("Show").click(str, turn, shown)

demo.launch()
