import gradio as gr

with gr.Blocks() as demo:
    seen = gr.Textbox(label="Seen", interactive=False)
    name = gr.Textbox(label="Name", placeholder="Type here")
    notes = gr.Textbox(label="Notes", lines=2, max_lines=5)
    message = gr.Textbox(label="Message", submit_btn="Send", stop_btn="Halt")
    quote = gr.Textbox("to be copied", label="Quote", buttons=["copy"])
    secret = gr.Textbox(label="Secret", type="password")
    amount = gr.Number(label="Amount")
    whole = gr.Number(label="Whole", precision=0)
    volume = gr.Slider(0, 10, value=5, step=0.5, label="Volume")
    agree = gr.Checkbox(label="Agree")
    everything = [name, notes, amount, volume, agree]

    for component in [name, notes, secret, amount, whole]:
        component.change(repr, component, seen)
    for component in [volume, agree]:
        component.input(repr, component, seen)
    short = gr.Textbox(label="Short", max_length=3)
    short.input(lambda text: f"input {text}", short, seen)
    name.submit(lambda text: f"submitted {text}", name, seen)
    name.focus(lambda: "focused", None, seen)
    name.blur(lambda: "left", None, seen)
    message.submit(lambda text: f"sent {text}", message, seen)
    message.stop(lambda: "halted", None, seen)
    quote.copy(lambda: "copied", None, seen)
    volume.release(lambda value: f"released at {value}", volume, seen)
    agree.select(lambda chosen: f"selected {chosen}", agree, seen)

    gr.Button("Fill").click(lambda: ("Ada", "two\nlines", 2.5, 7, True), None, everything)
    gr.Button("Lock").click(lambda: [gr.update(interactive=False)] * 5, None, everything)
    gr.Button("Unlock").click(lambda: [gr.update(interactive=True)] * 5, None, everything)
    gr.Button("Rename").click(lambda: gr.Textbox(label="Full name", placeholder="First and last"), None, name)
    gr.Button("Widen").click(lambda: gr.Slider(maximum=20, value=15), None, volume)
    gr.Button("Read all").click(lambda *values: repr(values), everything, seen)

demo.launch()
