"""The everyday components and layouts on one page, each wired to something."""

import random
import time

import gradio as gr

ABOUT = """
# A page of Python

Everything here runs in your browser: **no server**, no network, nothing leaves this page.
Change something, and see it arrive in Python.
"""

GUIDE = """
| Feature | Example |
|---|---|
| Tables, ~~strikethrough~~ | this one |
| Links | [Gradio](https://www.gradio.app) |
| Inline code | `gr.Markdown(...)` |

```python
def greet(name: str) -> str:
    return f"Hello {name}!"
```

Euler's identity: $$e^{i\\pi} + 1 = 0$$
"""


def greet(name, excitement, shout):
    greeting = f"Hello {name or 'stranger'}" + "!" * int(excitement)
    return greeting.upper() if shout else greeting


def describe(number, toppings, size, colour):
    return {"number": number, "toppings": toppings, "size": size, "colour": colour}


def classify(text):
    scores = {animal: random.random() + (animal in text.lower()) * 5 for animal in ("cat", "dog", "bird")}
    total = sum(scores.values())
    return {animal: score / total for animal, score in scores.items()}


def count_slowly():
    for i in range(1, 6):
        time.sleep(0.3)
        yield f"Step {i} of 5"


def fail():
    raise gr.Error("This is what an error looks like.")


def more_colours(more, chosen):
    choices = ["Red", "Green", "Blue", *(["Cyan", "Magenta", "Yellow"] if more else [])]
    return gr.Dropdown(choices=choices, value=[colour for colour in chosen or [] if colour in choices])


with gr.Blocks(title="Components") as demo:
    gr.Markdown(ABOUT)
    with gr.Tabs():
        with gr.Tab("Inputs"):
            with gr.Row():
                with gr.Column():
                    name = gr.Textbox(label="Name", placeholder="Who are you?", info="Press Enter to greet")
                    excitement = gr.Slider(0, 10, value=1, step=1, label="Excitement")
                    shout = gr.Checkbox(label="Shout")
                    hello = gr.Button("Greet", variant="primary")
                with gr.Column():
                    greeting = gr.Textbox(label="Greeting", lines=3, buttons=["copy"])
            gr.on([hello.click, name.submit], greet, [name, excitement, shout], greeting)

        with gr.Tab("Choices"):
            with gr.Row():
                with gr.Column():
                    number = gr.Number(42, label="Number")
                    toppings = gr.CheckboxGroup(["Cheese", "Olives", "Basil"], value=["Cheese"], label="Toppings")
                    size = gr.Radio([("Small", "s"), ("Medium", "m"), ("Large", "l")], value="m", label="Size")
                    colour = gr.Dropdown(["Red", "Green", "Blue"], multiselect=True, label="Colours")
                    more = gr.Checkbox(label="More colours")
                with gr.Column():
                    result = gr.JSON(label="What Python got", open=True)
            gr.on(fn=describe, inputs=[number, toppings, size, colour], outputs=result)
            more.change(more_colours, [more, colour], colour)

        with gr.Tab("Results"):
            with gr.Row():
                text = gr.Textbox("A cat on a mat", label="Text", scale=3)
                classify_button = gr.Button("Classify", scale=1)
            label = gr.Label(label="Animal")
            classify_button.click(classify, text, label)
            with gr.Accordion("Formatted text", open=False):
                gr.Markdown(GUIDE)
            gr.HTML("<p>Any <mark>HTML</mark> you like.</p>")

        with gr.Tab("Events"):
            with gr.Row():
                slow = gr.Button("Count slowly")
                info = gr.Button("Inform")
                error = gr.Button("Fail", variant="stop")
            progress = gr.Textbox(label="Progress")
            slow.click(count_slowly, None, progress)
            info.click(lambda: gr.Info("Something worth knowing."))
            error.click(fail, None, progress)

demo.launch()
