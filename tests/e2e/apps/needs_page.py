import gradio as gr
from js import document

with gr.Blocks() as demo:
    gr.Textbox(document.documentElement.lang, label="Language")
demo.launch()
