import asyncio
import time

import gradio as gr

with gr.Blocks() as demo:
    text = gr.Textbox(label="Text")
    answer = gr.Markdown()
    messages = gr.JSON(label="Messages")
    changes = gr.Number(0, label="Changes")

    def count():
        yield from range(10_000)

    def write():
        said = ""
        for i in range(2000):
            said += f"**{i}** "
            yield said

    async def chat():
        said = [{"role": "user", "content": "Count!"}, {"role": "assistant", "content": ""}]
        for i in range(200):
            said[-1]["content"] += f"{i} "
            if i % 20 == 0:
                await asyncio.sleep(0.01)
            yield said

    def block():
        for step in ("first", "second"):
            yield step
            end = time.perf_counter() + 0.3
            while time.perf_counter() < end:
                pass

    gr.Button("Count").click(count, None, text)
    gr.Button("Write").click(write, None, answer)
    gr.Button("Chat").click(chat, None, messages)
    gr.Button("Block").click(block, None, text)
    text.change(lambda n: n + 1, changes, changes, show_progress="hidden")

    def sleep(progress=gr.Progress()):
        progress(0, desc="Starting")
        time.sleep(0.5)
        for _ in progress.tqdm(range(4), desc="Working", unit="files"):
            time.sleep(0.4)
        return "slept"

    def hurry(progress=gr.Progress()):
        return str(sum(1 for _ in progress.tqdm(range(100_000))))

    gr.Button("Sleep").click(sleep, None, text)
    gr.Button("Hurry").click(hurry, None, text)

    timer = gr.Timer(0.1, active=False)
    ticks = gr.Number(0, label="Ticks")
    timer.tick(lambda n: n + 1, ticks, ticks)
    gr.Button("Start").click(lambda: gr.Timer(active=True), None, timer)
    gr.Button("Stop").click(lambda: gr.Timer(active=False), None, timer)
    calls = iter(range(1_000_000))
    gr.Number(lambda: next(calls), every=0.1, label="Every")

demo.launch()
