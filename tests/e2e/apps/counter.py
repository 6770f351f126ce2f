import gradio as gr

with gr.Blocks() as demo:
    count = gr.Number(0, label="Count", precision=0)
    gr.Button("Add one").click(lambda n: n + 1, count, count)

demo.launch()
