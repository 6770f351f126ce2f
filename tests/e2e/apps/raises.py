import gradio as gr

with gr.Blocks() as demo:
    gr.Textbox(label="Name")
    raise RuntimeError("the model is missing")
