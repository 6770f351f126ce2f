"""What is written in one tab is there in the other: a BrowserState seen by both."""

import gradio as gr

with gr.Blocks(title="Notes in two tabs") as demo:
    gr.Markdown("Open this page in two tabs: what you write in one is there in the other, and after a restart.")
    notes = gr.Textbox(label="Notes", lines=6)
    stored = gr.BrowserState("", storage_key="shared_notes")
    gr.ClearButton([notes, stored], value="Forget my notes")

    notes.input(lambda text: text, notes, stored, trigger_mode="always_last")
    gr.on([demo.load, stored.change], lambda text: text, stored, notes)

demo.launch()
