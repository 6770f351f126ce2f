import asyncio
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import gradio as gr

noted, tasks = [], []
queue = asyncio.Queue()

with gr.Blocks() as demo:
    result = gr.Textbox(label="Result")
    notes = gr.Textbox(label="Notes", value=lambda: " ".join(noted), every=0.1)

    async def note():
        for i in range(3):
            await asyncio.sleep(0.1)
            noted.append(f"note{i}")

    async def start():
        tasks.append(asyncio.create_task(note()))
        return "started"

    async def receive():
        return await queue.get()

    async def inline():
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(4) as pool:
            squares = list(pool.map(lambda n: n * n, [1, 2, 3]))
        return f"{await asyncio.to_thread(len, 'abc')} {await loop.run_in_executor(None, max, 1, 5)} {squares}"

    def read():
        with urllib.request.urlopen("index.html") as response:
            return f"{response.status} {response.headers.get_content_type()} {b'data-pyblocks' in response.read()}"

    def missing():
        urllib.request.urlopen("no-such-file")

    def work(progress=gr.Progress()):
        for _ in progress.tqdm(range(3)):
            time.sleep(0.01)
        return "worked"

    def steps():
        for step in ("one", "two"):
            yield step
            end = time.perf_counter() + 0.2
            while time.perf_counter() < end:
                pass

    gr.Button("Start").click(start, None, result)
    gr.Button("Receive").click(receive, None, result)
    gr.Button("Send").click(lambda: queue.put_nowait("from the other"))
    gr.Button("Inline").click(inline, None, result)
    gr.Button("Thread").click(lambda: threading.Thread(target=print).start())
    gr.Button("Read").click(read, None, result)
    gr.Button("Missing").click(missing)
    gr.Button("Work").click(work, None, result)
    gr.Button("Steps").click(steps, None, result)

demo.launch()
