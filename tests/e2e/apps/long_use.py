"""Something of everything, for a page that stays in use for an hour."""

import asyncio
import json
import time

import gradio as gr
from heap import figures

FRUIT = ["Apple", "Pear", "Quince"]


def tokens(count=60):
    for i in range(count - 1):
        yield f"**word{i}** " if i % 10 == 0 else f"word{i} "
    yield "END"


def stream(turn):
    said = f"{turn}: "
    for token in tokens():
        said += token
        yield said


async def stream_later(turn):
    said = f"{turn}: "
    for token in tokens():
        await asyncio.sleep(0.005)
        said += token
        yield said


def work(turn, progress=gr.Progress()):
    for _ in progress.tqdm(range(5), desc="Working"):
        time.sleep(0.02)
    gr.Info(f"Worked {turn}", duration=1)
    return f"worked {turn}"


with gr.Blocks(title="Long use") as demo:
    turn = gr.Textbox(label="Turn")
    with gr.Tabs():
        with gr.Tab("Clicks"):
            count = gr.Number(0, label="Count")
            state = gr.State(0)
            gr.Button("Add one").click(lambda n: n + 1, count, count)
            count.change(lambda n: n, count, state)
            name = gr.Textbox(label="Name")
            greeting = gr.Markdown()
            name.input(lambda text: f"Hello *{text}*", name, greeting, trigger_mode="always_last")
            fruit = gr.Dropdown(FRUIT, label="Fruit", value=None, allow_custom_value=True)
            eaten = gr.JSON(label="Eaten")
            fruit.change(lambda value: {"eaten": value}, fruit, eaten)
        with gr.Tab("Streams"):
            text = gr.Textbox(label="Text")
            page = gr.Markdown(elem_id="page")
            done = gr.Textbox(label="Done")
            gr.Button("Stream").click(stream, turn, text)
            gr.Button("Stream later").click(stream_later, turn, page)
            gr.Button("Work").click(work, turn, done)
        with gr.Tab("Renders"):
            rows = gr.Radio([0, 3, 6], value=0, label="Rows")

            @gr.render(inputs=rows)
            def show(number):
                for i in range(number):
                    with gr.Row():
                        box = gr.Textbox(label=f"Note {i}")
                        seen = gr.Markdown()
                        box.input(lambda text: f"`{text}`", box, seen)
                        gr.Button(f"Clear {i}").click(lambda: "", None, box)

            dataset = gr.Dataset(components=["textbox"], samples=[["one"], ["two"]], label="Samples")
            picked = gr.Textbox(label="Picked")
            dataset.click(lambda sample: sample[0], dataset, picked)
            gr.Button("Other samples").click(
                lambda turn: gr.Dataset(samples=[[f"sample {turn} {i}"] for i in range(15)]), turn, dataset
            )
        with gr.Tab("Storage"):
            shared = gr.Textbox(label="Shared")
            stored = gr.BrowserState("", storage_key="shared")
            shared.input(lambda text: text, shared, stored, trigger_mode="always_last")
            gr.on([demo.load, stored.change], lambda text: text, stored, shared)
    measured = gr.Textbox(label="Measured")
    measures = gr.State(0)
    gr.Button("Measure").click(
        lambda n: (n + 1, json.dumps({"measured": n, **figures()})), measures, [measures, measured]
    )

demo.launch()
