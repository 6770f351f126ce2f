"""Interfaces in tabs: everything that one can have, a generator, a live one; and datasets in Blocks."""

import time

import gradio as gr


def describe(name, age, shout):
    text = f"{name} is {age:g}"
    return (text.upper() if shout else text), {name or "nobody": 0.75, "somebody": 0.25}


def count(upto):
    for number in range(1, int(upto) + 1):
        yield str(number)
        time.sleep(0.1)


def where(word):
    import js

    return f"{word} in a page" if hasattr(js, "document") else f"{word} at build time"


full = gr.Interface(
    describe,
    [gr.Textbox(label="Name"), gr.Number(label="Age", value=1)],
    ["text", "label"],
    additional_inputs=[gr.Checkbox(label="Shout")],
    additional_inputs_accordion="More",
    examples=[["Ada", 36], ["Grace", 85], ["Alan", 41]],
    examples_per_page=2,
    flagging_options=["right", "wrong"],
    deep_link=True,
    title="Describe",
    description="Who is *who*.",
    article="An article.",
)
counting = gr.Interface(count, gr.Number(label="Up to", value=100), gr.Textbox(label="Number"), flagging_mode="never")
live = gr.Interface(lambda text: text[::-1], "textbox", gr.Textbox(label="Reversed"), live=True, flagging_mode="auto")

with gr.Blocks() as datasets:
    word = gr.Textbox(label="Word")
    length = gr.Number(label="Length")
    gr.Examples(["one", "three"], word, length, len, run_on_click=True, label="Words")
    gr.Examples(
        ["cached", "twice cached"], word, length, len, cache_examples=True, cache_mode="lazy", label="Cached words"
    )
    place = gr.Textbox(label="Place")
    gr.Examples(["built"], word, place, where, cache_examples=True, preload=False, label="Built words")
    table = gr.Dataset(
        label="Pairs", components=["textbox", "number"], samples=[["a", 1], ["b", 2]], headers=["Letter", "Digit"]
    )
    picked = gr.Textbox(label="Picked")
    table.click(lambda sample: str(sample), table, picked)

demo = gr.TabbedInterface([full, counting, live, datasets], ["Full", "Counting", "Live", "Datasets"], title="Tabbed")
demo.launch()
