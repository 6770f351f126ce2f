"""Three pages with one State, links of each kind, load listeners, and a deep link."""

import gradio as gr

with gr.Blocks(title="Paged") as demo:
    gr.Navbar(value=[("Elsewhere", "https://example.com/")], main_page_name="Start")
    visits = gr.State(0)
    note = gr.Textbox(label="Note")
    loads = gr.Textbox(label="Loads here")
    gr.DeepLinkButton()
    gr.Markdown("[To the second page](/second)")
    demo.load(lambda n: (f"main {n + 1}", n + 1), visits, [loads, visits])

with demo.route("Second Page", "/second"):
    gr.Markdown("# The second page")
    again = gr.Textbox(label="Loads there")
    copied = gr.Textbox(label="Note from the start")
    gr.Button("Back to the start", link="/")
    demo.load(lambda n, text: (f"second {n + 1}", n + 1, text), [visits, note], [again, visits, copied])

with demo.route("Hidden Page", show_in_navbar=False):
    gr.Textbox("hidden", label="Nobody links here")

demo.launch()
