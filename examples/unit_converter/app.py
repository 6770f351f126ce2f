"""An Interface in a few lines: shortcuts, examples, and a button that flags what looks wrong."""

import gradio as gr

METRES = {"metre": 1, "kilometre": 1000, "inch": 0.0254, "foot": 0.3048, "mile": 1609.344, "light-second": 299_792_458}


def convert(amount, given, wanted):
    if None in (amount, given, wanted):
        return "Enter an amount, and choose both units."
    return f"{amount * METRES[given] / METRES[wanted]:,.6g} × {wanted}"


demo = gr.Interface(
    convert,
    [
        gr.Number(26.2, label="Amount"),
        gr.Dropdown(list(METRES), value="mile", label="From"),
        gr.Radio(list(METRES), value="kilometre", label="To"),
    ],
    gr.Textbox(label="Result", buttons=["copy"]),
    title="Unit converter",
    description="Type an amount, or take one of the examples.",
    examples=[[26.2, "mile", "kilometre"], [6, "foot", "inch"], [384_400, "kilometre", "light-second"]],
    submit_btn="Convert",
    flagging_options=["Looks wrong"],
)

demo.launch()
