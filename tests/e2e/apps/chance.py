"""What must not be the same for two visitors, and what depends on where they are."""

import asyncio
import datetime
import json
import os
import random
import secrets
import tempfile
import time
import uuid

import gradio as gr


def draw():
    numbers = [random.random(), random.randint(0, 10**9), random.SystemRandom().random()]
    with tempfile.NamedTemporaryFile() as file:
        return json.dumps([*numbers, secrets.token_hex(), str(uuid.uuid4()), str(uuid.uuid1()), file.name])


async def clocks():
    before = time.time(), time.monotonic(), time.perf_counter()
    await asyncio.sleep(0.05)
    after = time.time(), time.monotonic(), time.perf_counter()
    advanced = [end > start for start, end in zip(before, after, strict=True)]
    loop = asyncio.get_running_loop()
    return json.dumps(
        {
            "advanced": advanced,
            "time": time.time(),
            "timezone": [time.timezone, time.altzone, time.daylight, *time.tzname],
            "noon": datetime.datetime(2026, 1, 1, 12).timestamp(),
            "parsed": time.mktime(time.strptime("2026-07-01 12:00", "%Y-%m-%d %H:%M")),
            "loop": loop.time() > 0,
            "language": os.environ["LANG"],
            "home": os.environ["HOME"],
        }
    )


with gr.Blocks() as demo:
    drawn, told = gr.Textbox(label="Drawn"), gr.Textbox(label="Clocks")
    demo.load(draw, outputs=drawn)
    gr.Button("Tell").click(clocks, outputs=told)
demo.launch()
