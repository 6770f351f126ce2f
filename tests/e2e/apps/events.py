import asyncio
import time

import gradio as gr

with gr.Blocks() as demo:
    number = gr.Number(2, label="First", precision=0)
    other = gr.Number(3, label="Other", precision=0)
    result = gr.Textbox(label="Result")
    extra = gr.Textbox(label="Extra")

    async def double(x):
        await asyncio.sleep(0)
        return str(2 * x)

    def count():
        for i in range(3):
            time.sleep(0.2)
            yield f"step {i}"

    async def count_async():
        for i in range(3):
            await asyncio.sleep(0.2)
            yield f"async step {i}"

    def from_set(values):
        return f"{values[number]} and {values[other]}"

    def as_dict():
        return {extra: "only extra"}

    def fail():
        raise ValueError("this step fails")

    def sleep():
        time.sleep(1)
        return "slept"

    gr.Button("Async").click(double, number, result)
    gr.Button("Generator").click(count, None, result)
    gr.Button("Async generator").click(count_async, None, result)
    gr.Button("Set").click(from_set, {number, other}, result)
    gr.Button("Dict").click(as_dict, None, [result, extra])
    gr.Button("Skip").click(lambda: (gr.skip(), "skipped the first"), None, [result, extra])
    gr.Button("Chain").click(lambda: "one", None, result).then(lambda text: text + " two", result, result).success(
        lambda text: text + " three", result, result
    )
    failing = gr.Button("Failing chain").click(fail)
    failing.success(lambda: "never", None, result)
    failing.failure(lambda: "after failure", None, result)
    failing.then(lambda: "in any case", None, extra)
    gr.Button("Sleep").click(sleep, None, result)
    naps = iter([0, 1.5])

    def nap():
        time.sleep(next(naps, 0))
        return "woke"

    gr.Button("Nap").click(nap, None, result)
    gr.Button("Quick").click(lambda: "quick", None, extra)

    total = gr.Textbox(label="Total")

    @gr.on(inputs=[number, other], outputs=total)
    def add(a, b):
        return f"total {a + b}"

    called = gr.Textbox(lambda: "from a function", label="Called")
    loaded = gr.Textbox(label="Loaded")
    demo.load(lambda: "loaded", None, loaded)

    hashes = gr.Textbox(label="Session")
    query = gr.Textbox(label="Query")

    @gr.Button("Who").click(outputs=[hashes, query])
    def who(request: gr.Request):
        return request.session_hash, request.query_params.get("name", "nobody")

    @demo.load(outputs=query)
    def greet(request: gr.Request):
        return request.query_params.get("name", "nobody")

    changed = gr.Textbox(label="Changes")
    changes = gr.State(0)

    def one_more(n):
        return n + 1, f"{n + 1} changes"

    result.change(one_more, changes, [changes, changed])

    table = gr.State({"n": 0})

    def mutate(state):
        state["n"] += 1
        return state

    gr.Button("Mutate state").click(mutate, table, table)
    table.change(lambda state: f"state is {state['n']}", table, extra)

demo.launch()
