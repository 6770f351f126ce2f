"""Shows a formula, for which the page loads more of itself."""

import gradio as gr

with gr.Blocks(title="First") as demo:
    gr.Markdown("# First")
    shown = gr.Markdown()
    gr.Button("Show").click(lambda: "$$x^2$$", outputs=shown)
demo.launch()
