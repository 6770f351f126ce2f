"""An app in the theme that the page's address names, with texts in two languages."""

import gradio as gr
from js import URLSearchParams, location

i18n = gr.I18n(
    en={"title": "Greeting", "name": "Name", "hint": "Who is it?", "color": "Colour", "red": "red", "greet": "Greet"},
    de={"title": "Begrüßung", "name": "Name", "hint": "Wer ist da?", "color": "Farbe", "red": "rot", "greet": "Grüßen"},
    ar={"title": "تحية", "name": "الاسم", "hint": "من هناك؟", "color": "اللون", "red": "أحمر", "greet": "تحية"},
)

CSS = """
.mine { color: var(--primary-500); border-color: var(--block-border-color) }
#boxed { font-family: Boxed; font-size: 30px; color: rgb(1, 2, 3) }
"""

with gr.Blocks(title=i18n("title")) as demo:
    gr.Markdown(f"# {i18n('title')}")
    with gr.Row():
        with gr.Column():
            name = gr.Textbox(label=i18n("name"), info=i18n("hint"), placeholder=i18n("hint"))
            color = gr.Radio([(i18n("red"), "r"), ("blue", "b")], value="r", label=i18n("color"))
            several = gr.CheckboxGroup(["One", "Two", "Three"], value=["Two"], label="Several")
            gr.Checkbox(label="Agree", value=True)
            gr.Slider(0, 10, value=4, label="Amount")
            gr.Dropdown(["Left", "Right"], label="Side")
        with gr.Column():
            greeting = gr.Textbox(label="Result")
            gr.Label({"cat": 0.7, "dog": 0.3}, label="Animal")
            gr.JSON({"a": [1, 2], "b": "text"}, label="Data")
            with gr.Accordion("More", open=True):
                gr.Number(3, label="Count")
            with gr.Tabs():
                with gr.Tab("First"):
                    gr.Markdown("Text with a [link](#) and `code`.")
                with gr.Tab("Second"):
                    gr.Markdown("Other")
    with gr.Row():
        greet = gr.Button(i18n("greet"), variant="primary")
        gr.Button("Clear", elem_classes=["mine"])
        gr.Button("Stop", variant="stop")
    with gr.Column(elem_id="boxed"):
        gr.Markdown("## Heading in a box\n\nText in a box")
        gr.HTML("Words in a box")
        gr.Dataset(components=["textbox", "textbox"], samples=[["Cell in a box", "b"]], label="Rows")
        gr.Textbox(label="Field in a box")
    greet.click(lambda name, color: f"{name} {color}", [name, color], greeting)

demo.launch(
    theme=URLSearchParams.new(location.search).get("look") or None,
    css=CSS,
    i18n=i18n,
    footer_links=["api", "gradio", "settings", {"label": "Source", "url": "https://example.org/"}],
)
