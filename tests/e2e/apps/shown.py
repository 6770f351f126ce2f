import gradio as gr

TEXT = """
# A heading

| Fruit | Price |
|-------|------:|
| Apple | 1.20  |

~~old~~ **new** and [a link](https://example.org/)

```python
def double(x):
    return 2 * x
```

Euler: $$e^{i\\pi} + 1 = 0$$

<script>window.attacked = true</script>
<img src="data:," onerror="window.attacked = true" alt="">
"""

with gr.Blocks() as demo:
    markdown = gr.Markdown(TEXT, elem_id="text")
    html = gr.HTML("<p>Plain <em>HTML</em></p>", elem_id="html")
    data = gr.JSON({"name": "Ada", "born": [1815, 12, 10], "nested": {"deep": None}}, label="Data")
    label = gr.Label({"cat": 0.7, "dog": 0.2, "fish": 0.1}, num_top_classes=2, label="Animal")
    clicked = gr.Textbox(label="Clicked", interactive=False)

    for variant in ["primary", "secondary", "stop", "huggingface"]:
        gr.Button(variant.title(), variant=variant).click(lambda variant=variant: variant, None, clicked)
    for size in ["sm", "md", "lg"]:
        gr.Button(f"Size {size}", size=size)
    gr.Button("Elsewhere", link="https://example.org/", link_target="_blank")
    gr.Button("Unavailable", interactive=False).click(lambda: "should not happen", None, clicked)
    change = gr.Button("Change")

    @change.click(outputs=[markdown, html, data, label, change])
    def change_all():
        return "*Now this*", "<p>New <b>HTML</b></p>", [1, 2], "bird", gr.Button("Changed", variant="primary")


demo.launch()
