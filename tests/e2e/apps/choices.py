import gradio as gr

COLOURS = ["Red", "Green", "Blue"]
CITIES = [("Paris, France", "paris"), ("Rome, Italy", "rome"), ("Berlin, Germany", "berlin")]

with gr.Blocks() as demo:
    seen = gr.Textbox(label="Seen", interactive=False)
    colours = gr.CheckboxGroup(COLOURS, label="Colours")
    colour = gr.Radio(COLOURS, label="Colour")
    city = gr.Dropdown(CITIES, label="City")
    cities = gr.Dropdown(CITIES, label="Cities", multiselect=True)
    fruit = gr.Dropdown(["Apple", "Pear"], label="Fruit", value=None, allow_custom_value=True)
    position = gr.Radio(COLOURS, label="Position", type="index")

    for component in [colours, colour, city, cities, fruit, position]:
        component.input(repr, component, seen)

    selected = gr.Textbox(label="Selected", interactive=False)

    @gr.on([colours.select, colour.select, city.select], outputs=selected)
    def show_selection(event: gr.SelectData):
        return f"{event.index} {event.value} {event.selected} {event.target.label}"

    everything = [colours, colour, city, cities]
    gr.Button("Set").click(lambda: (["Red", "Blue"], "Green", "rome", ["paris", "berlin"]), None, everything)
    gr.Button("Other colours").click(lambda: gr.update(choices=["Pink", "Teal"], value="Teal"), None, colour)
    gr.Button("Other cities").click(lambda: gr.Dropdown(choices=["Oslo", "Lima"], value="Lima"), None, city)
    gr.Button("Read all").click(lambda *values: repr(values), everything, seen)

    default = gr.Dropdown([("Default", None), ("Option A", "a")], value=None, label="Nothing or A")
    alike = gr.Radio([("int", 1), ("text", "1"), ("true", True), ("float", 1.0)], label="Alike")
    for component in [default, alike]:
        component.change(repr, component, seen)

demo.launch()
