import gradio as gr

with gr.Blocks() as demo:
    seen = gr.Textbox(label="Seen", interactive=False)

    with gr.Tabs() as tabs:
        with gr.Tab("First", id="one"):
            inside = gr.Textbox(label="Inside first")
        with gr.Tab("Second", id="two") as second:
            gr.Markdown("Inside second")
        with gr.Tab("Third", id="three", interactive=False):
            gr.Markdown("Inside third")
    second.select(lambda: "second selected", None, seen)
    inside.input(repr, inside, seen)

    with gr.Accordion("Details", open=False) as accordion:
        gr.Markdown("Inside the accordion")
    accordion.expand(lambda: "expanded", None, seen)
    accordion.collapse(lambda: "collapsed", None, seen)

    with gr.Row():
        left = gr.Textbox(label="Left")
        right = gr.Textbox(label="Right")
    with gr.Column() as column:
        above = gr.Textbox(label="Above")
        below = gr.Textbox(label="Below")
    with gr.Group():
        gr.Textbox(label="Grouped")

    hidden = gr.Textbox(label="Hidden", visible=False, value="kept")
    secret = gr.State("a secret of the state")

    gr.Button("Show").click(lambda: gr.Textbox(visible=True), None, hidden)
    gr.Button("Hide").click(lambda: gr.update(visible=False), None, hidden)
    gr.Button("Hide column").click(lambda: gr.Column(visible=False), None, column)
    gr.Button("Show column").click(lambda: gr.Column(visible=True), None, column)
    gr.Button("Go to second").click(lambda: gr.Tabs(selected="two"), None, tabs)
    gr.Button("Open details").click(lambda: gr.Accordion(open=True), None, accordion)
    gr.Button("Tell length").click(lambda secret: str(len(secret)), secret, seen)

demo.launch()
