import asyncio
import importlib.util
import time
from pathlib import Path

import gradio as gr
import requests

ticks = []


def read():
    response = requests.get("index.html")
    return f"{response.status_code} {response.headers['content-type']} {'data-pyblocks' in response.text}"


def post():
    with requests.Session() as session, Path("app.py").open("rb") as file:
        sent = session.post("echo", json={"name": "Zoë"}, headers={"X-One": "1"})
        told = session.put("echo", data=file)
    return f"{sent.json()} {len(told.json()['body'])}"


def missing():
    response = requests.get("no-such-file")
    response.raise_for_status()


def late():
    before = len(ticks)
    start = time.monotonic()
    try:
        requests.get("slow", timeout=0.3)
    except requests.Timeout as error:
        return f"{error} in time: {time.monotonic() - start < 1}, others ran: {len(ticks) > before}"


def open_to_all(other):
    return requests.get(f"{other}/open").text


def refused(other):
    requests.get(f"{other}/refused")


def httpx_read():
    assert importlib.util.find_spec("httpx")
    import httpx

    with httpx.Client(base_url="./", headers={"X-One": "1"}) as client:
        sent = client.post("echo", json={"name": "Zoë"})
    return f"{httpx.get('index.html').status_code} {sent.json()}"


async def httpx_wait():
    import httpx

    before = len(ticks)
    async with httpx.AsyncClient() as client:
        slow, quick = await asyncio.gather(client.get("slow"), client.get("index.html"))
        try:
            await client.get("slow", timeout=0.3)
        except httpx.TimeoutException as error:
            return f"{slow.text} {quick.status_code} {error}, others ran: {len(ticks) > before}"


async def httpx_refused(other):
    import httpx

    await httpx.AsyncClient().get(f"{other}/refused")


with gr.Blocks() as demo:
    other = gr.Textbox(label="Other site")
    result = gr.Textbox(label="Result")
    gr.Timer(0.1).tick(lambda: ticks.append(1))
    gr.Button("Read").click(read, None, result)
    gr.Button("Post").click(post, None, result)
    gr.Button("Missing").click(missing)
    gr.Button("Late").click(late, None, result)
    gr.Button("Open").click(open_to_all, other, result)
    gr.Button("Refused").click(refused, other)
    gr.Button("httpx: read").click(httpx_read, None, result)
    gr.Button("httpx: wait").click(httpx_wait, None, result)
    gr.Button("httpx: refused").click(httpx_refused, other)

demo.launch()
