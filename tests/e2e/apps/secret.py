import gradio as gr
from js import URLSearchParams, location

with gr.Blocks() as demo:
    secret = URLSearchParams.new(location.search).get("secret")
    diary = gr.BrowserState("nothing yet", storage_key="diary", secret=secret)
    entry = gr.Textbox(label="Entry")
    entry.submit(lambda text: text, entry, diary)
    demo.load(lambda text: text, diary, entry)
    read = gr.Textbox(label="Diary")
    demo.load(lambda text: text, diary, read)
    diary.change(lambda text: text, diary, read)

demo.launch()
