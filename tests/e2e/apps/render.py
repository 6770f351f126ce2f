"""Lists that grow and shrink, made by ``gr.render``."""

import asyncio

import gradio as gr

with gr.Blocks(title="Rendered") as demo:
    tasks = gr.State(["milk", "bread"])
    deleted = gr.Textbox(label="Deleted")
    gone = []

    with gr.Row():
        new = gr.Textbox(label="New task")
        add = gr.Button("Add first")
    add.click(lambda task, all_tasks: [task, *all_tasks], [new, tasks], tasks)

    @gr.render(inputs=tasks)
    def show(all_tasks):
        for task in all_tasks:
            with gr.Row():
                note = gr.Textbox(label=f"Note on {task}", key=f"note {task}")
                count = gr.State(0, delete_callback=lambda n, task=task: gone.append(f"{task} {n}"))
                more = gr.Button(f"More {task}")
                done = gr.Button(f"Done {task}")
                shown = gr.Number(label=f"Count of {task}")
            more.click(lambda n: (n + 1, n + 1), count, [count, shown])
            done.click(lambda all_tasks, task=task: [each for each in all_tasks if each != task], tasks, tasks).then(
                lambda: ", ".join(gone), None, deleted
            )

            async def slow_add(all_tasks, task=task):
                await asyncio.sleep(0.5)
                return [f"more {task}", *all_tasks]

            note.submit(slow_add, tasks, tasks, show_progress="hidden")

    kind = gr.Radio(["text", "choice", "table of contents"], value="text", label="Kind")

    @gr.render(inputs=kind)
    def show_kind(name):
        gr.Markdown(f"## Outer {name}")
        depth = gr.Slider(1, 3, value=1, step=1, label="Depth", key="depth")

        @gr.render(inputs=depth)
        def show_depth(n):
            with gr.Tab("One"):
                for i in range(n):
                    if name == "choice":
                        gr.Dropdown(["a", "b"], label=f"Choice {i}", interactive=True)
                    else:
                        gr.Textbox(f"{name} {i}", label=f"Text {i}", key=i, interactive=True)
            with gr.Tab("Two"):
                gr.Label("Two", label="Second")


demo.launch()
