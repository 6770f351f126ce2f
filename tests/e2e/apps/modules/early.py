"""What needs no page."""

import random
import time
from urllib.request import Request, urlopen

import gradio as gr

made = time.time()
count = 0
chance = random.Random()
seeded = random.Random(1)
room = bytes(40_000_000)  # more than Python has at its start


def fetch(name):
    return urlopen(Request(name)).read().decode()[:15]


with gr.Blocks() as part:
    fetched = gr.Textbox(label="Fetched")
    gr.Button("Fetch").click(lambda: fetch("index.html"), outputs=fetched)
