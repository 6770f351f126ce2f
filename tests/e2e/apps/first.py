"""What is on screen before Python is up. In the page, ``?now`` makes it another app than the one that was rendered."""

import gradio as gr

try:
    from js import location

    query = location.search
except ImportError:  # there is no page when the site is built
    query = ""

TEXT = """# Hello

Some *text*, $$x^2$$ and

```python
print("code")
```

<script>window.attacked = 1</script>
"""
HEAD = "<script>window.heads = (window.heads ?? 0) + 1</script>"

with gr.Blocks(title="First") as demo:
    gr.Markdown(TEXT)
    with gr.Row():
        name = gr.Textbox("Ada", label="Name", info="**First** and last", elem_classes="loud")
        age = gr.Slider(0, 100, 30, step=1, label="Age")
    with gr.Tabs():
        with gr.Tab("Options"):
            agree = gr.Checkbox(label="Agree")
            colour = gr.Dropdown(["red", "green"], value="red", label="Colour")
        with gr.Tab("More"):
            gr.Markdown("In the second tab")
    gr.HTML("<b>bold</b><script>window.attacked = 2</script>")
    if query == "?more":
        gr.Markdown("One more block")
    made = gr.Textbox("now" if query else "then", label="Made", interactive=True)
    greeted = gr.Textbox(label="Greeted")
    steps = gr.Textbox(label="Steps")
    with gr.Row():
        greet = gr.Button("Greet")
        shout = gr.Button("Shout")
    greet.click(
        lambda done, *values: (done + "greet ", str(values)), [steps, name, age, agree, colour], [steps, greeted]
    )
    shout.click(lambda done, text: (done + "shout ", text.upper()), [steps, name], [steps, name])
    demo.load(lambda: ("load ", "Loaded"), None, [steps, name])
demo.launch(css=".loud textarea { letter-spacing: 3px; }", head=HEAD)
