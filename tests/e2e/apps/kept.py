import gradio as gr

with gr.Blocks() as demo:
    kept = gr.BrowserState("default", storage_key="kept")
    alone = gr.BrowserState("default", storage_key="alone", sync=False)
    placed = gr.BrowserState("default")
    code = gr.Textbox(label="New value, in Python")
    shown = gr.Textbox(label="Kept")
    shown_alone = gr.Textbox(label="Alone")
    shown_placed = gr.Textbox(label="Placed")
    changes = gr.Number(0, label="Changes", precision=0)
    outcome = gr.Textbox(label="Outcome")
    states, shown_all = [kept, alone, placed], [shown, shown_alone, shown_placed]

    def evaluate(text):
        return eval(text)

    def append(value):
        value.append(len(value))
        return value

    for name, state in [("Keep", kept), ("Keep alone", alone), ("Keep placed", placed)]:
        keeping = gr.Button(name).click(evaluate, code, state)
        keeping.success(lambda text: f"saved {text}", code, outcome)
        keeping.failure(lambda text: f"not saved {text}", code, outcome)
    gr.Button("Append").click(append, kept, kept)
    gr.Button("Forget").click(lambda: gr.BrowserState.UNSET, None, kept)
    gr.Button("Show").click(lambda *values: list(map(ascii, values)), states, shown_all)
    demo.load(lambda *values: list(map(ascii, values)), states, shown_all)
    kept.change(lambda count, value: (count + 1, ascii(value)), [changes, kept], [changes, shown])

demo.launch()
