"""A notebook in Markdown that stays in your browser, and nowhere else."""

import gradio as gr

WELCOME = """\
# Welcome

Notes are written in **Markdown**, and kept in this browser's storage.

- [x] works without a network
- [x] needs no account
- [ ] water the plants
"""
FIRST = {"Welcome": WELCOME}


def title_of(text):
    """A note's first line."""
    return next((line.strip("# ") for line in text.splitlines() if line.strip("# ")), "Untitled")[:40]


def free(title, notes):
    number = 2
    while (name := title if number == 2 else f"{title} {number - 1}") in notes:
        number += 1
    return name


def opened(notes, title):
    return gr.Radio(choices=list(notes), value=title), notes[title], notes[title], title


def start(notes):
    return opened(notes, next(iter(notes)))


def write(text, title, notes):
    """Keep the text; a note is called as its first line is."""
    others = {key: value for key, value in notes.items() if key != title}
    name = free(title_of(text), others)
    notes = {name if key == title else key: text if key == title else value for key, value in notes.items()}
    return notes, gr.Radio(choices=list(notes), value=name), text, name


def new(notes):
    name = free("Untitled", notes)
    notes = {name: "", **notes}
    return notes, *opened(notes, name)


def remove(title, notes):
    notes = {key: value for key, value in notes.items() if key != title} or FIRST
    return notes, *start(notes)


with gr.Blocks(title="Notes") as demo:
    notes = gr.BrowserState(FIRST, storage_key="notes")
    current = gr.State("Welcome")
    with gr.Row():
        with gr.Column(scale=1, min_width=200):
            title = gr.Radio(list(FIRST), value="Welcome", label="Notes")
            new_note = gr.Button("New note", variant="primary")
            delete = gr.Button("Delete")
        with gr.Column(scale=3), gr.Tabs():
            with gr.Tab("Read"):
                page = gr.Markdown(WELCOME, min_height=260)
            with gr.Tab("Write"):
                text = gr.Textbox(WELCOME, label="Markdown", lines=12)

    shown = [title, text, page, current]
    demo.load(start, notes, shown)
    title.input(lambda title, notes: (notes[title], notes[title], title), [title, notes], [text, page, current])
    text.input(write, [text, current, notes], [notes, title, page, current], trigger_mode="always_last")
    new_note.click(new, notes, [notes, *shown])
    delete.click(remove, [current, notes], [notes, *shown])

demo.launch()
