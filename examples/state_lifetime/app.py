"""A basket that is forgotten a while after it was last touched: time_to_live."""

import gradio as gr

forgotten = []


def forget(basket):
    forgotten.append(", ".join(basket))


def add(item, basket):
    return "", [*basket, item] if item else basket


def look(basket):
    return ", ".join(basket), "; ".join(filter(None, forgotten))


with gr.Blocks(title="A basket with a lifetime") as demo:
    gr.Markdown("A basket is kept for 3 seconds after something was put into it.")
    basket = gr.State([], time_to_live=3, delete_callback=forget)
    item = gr.Textbox(label="Item", submit_btn="Add")
    in_basket = gr.Textbox(label="In the basket")
    gone = gr.Textbox(label="Forgotten baskets")

    item.submit(add, [item, basket], [item, basket]).then(look, basket, [in_basket, gone])
    gr.Button("Look again").click(look, basket, [in_basket, gone])

demo.launch()
