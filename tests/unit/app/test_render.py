"""``gr.render``: what a visitor sees of blocks that a function makes anew."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


async def loaded(demo: gr.Blocks) -> FakePage:
    page = FakePage(demo)
    page.load()
    await settle()
    return page


async def click(page: FakePage, button: Any) -> None:
    page.emit(button, "click")
    await settle()


def test_what_the_function_makes_is_where_it_is_written_and_follows_its_inputs() -> None:
    with gr.Blocks() as demo:
        count = gr.Number(1, label="Count")

        @gr.render(inputs=count)
        def boxes(number: int) -> None:
            for i in range(int(number)):
                gr.Textbox(label=f"Box {i}")

        gr.Markdown("below")

    async def scenario() -> None:
        page = await loaded(demo)
        assert page.labels() == ["Count", "Box 0", "below"]
        page.type(count, 3)
        await settle()
        assert page.labels() == ["Count", "Box 0", "Box 1", "Box 2", "below"]
        page.type(count, 0)
        await settle()
        assert page.labels() == ["Count", "below"]
        assert len(page.sent("ready")) == 1

    run(scenario)


def test_triggers_say_when_and_then_page_load_is_not_one() -> None:
    with gr.Blocks() as demo:
        text, button = gr.Textbox(label="Text"), gr.Button("Go")

        @gr.render(inputs=[text], triggers=[button.click, text.submit])
        def show(value: str) -> None:
            gr.Markdown(f"said {value}")

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(text, "hello")
        await settle()
        assert page.labels() == ["Text", "Go"]
        await click(page, button)
        assert page.labels() == ["Text", "Go", "said hello"]

    run(scenario)


def test_inside_a_row_it_is_a_row_and_otherwise_a_column() -> None:
    with gr.Blocks() as demo:
        with gr.Row():
            gr.render()(lambda: gr.Markdown("in a row"))
        gr.render()(lambda: gr.Markdown("in a column"))
    types = [each["type"] for each in FakePage(demo).config["components"]]
    assert types == ["blocks", "row", "row", "column"]


def test_outside_of_blocks_it_says_where_it_belongs() -> None:
    with pytest.raises(ValueError, match=r"inside a 'with gr.Blocks\(\):'"):
        gr.render()
    with gr.Blocks(), pytest.raises(ValueError, match="would never run"):
        gr.render(triggers=[])(lambda: None)


def test_listeners_inside_use_what_their_loop_had_and_go_with_their_blocks() -> None:
    heard: list[str] = []
    buttons: dict[str, gr.Button] = {}
    with gr.Blocks() as demo:
        names, outer, out = gr.State(["a", "b"]), gr.Button("outer"), gr.Textbox("", label="Out")

        @gr.render(inputs=names)
        def rows(all_names: list[str]) -> None:
            for name in all_names:
                buttons[name] = gr.Button(name)
                buttons[name].click(lambda name=name: f"clicked {name}", None, out)
            outer.click(lambda: heard.append(f"outer {len(all_names)}"))

        add = gr.Button("add")
        add.click(lambda all_names: [*all_names[1:], "c"], names, names)

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, buttons["b"])
        assert page.value(out) == "clicked b"
        old = buttons["a"]
        await click(page, add)
        await click(page, buttons["c"])
        assert page.value(out) == "clicked c"
        await click(page, old)  # a click that was on its way when the button went
        assert page.value(out) == "clicked c"
        await click(page, outer)
        assert heard == ["outer 2"]

    run(scenario)


def test_then_follows_although_its_listener_was_replaced_by_what_the_run_changed() -> None:
    heard: list[str] = []
    buttons: list[gr.Button] = []
    with gr.Blocks() as demo:
        count = gr.State(0)

        @gr.render(inputs=count)
        def show(number: int) -> None:
            buttons.append(gr.Button(f"Count {number}"))
            clicked = buttons[-1].click(lambda n: n + 1, count, count)
            clicked.then(lambda: heard.append(f"then {number}")).success(lambda: heard.append(f"success {number}"))

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, buttons[-1])
        assert page.labels() == ["Count 1"]
        assert heard == ["then 0", "success 0"]

    run(scenario)


def test_states_inside_start_anew_and_those_that_go_are_deleted() -> None:
    deleted: list[int] = []
    made: dict[str, Any] = {}
    with gr.Blocks() as demo:
        text = gr.Textbox("one", label="Text")

        @gr.render(inputs=text)
        def counter(name: str) -> None:
            state = gr.State(0, delete_callback=deleted.append)
            made.update(button=gr.Button("add"), number=gr.Number(label=name))
            made["button"].click(lambda n: (n + 1, n + 1), state, [state, made["number"]])

    async def scenario() -> None:
        page = await loaded(demo)
        for _ in range(2):
            await click(page, made["button"])
        assert page.value(made["number"]) == 2
        page.type(text, "two")
        await settle()
        assert deleted == [2]
        await click(page, made["button"])
        assert page.value(made["number"]) == 1
        page.leave()
        assert deleted == [2, 1]

    run(scenario)


def test_load_and_functions_as_values_run_when_their_blocks_are_shown() -> None:
    heard: list[str] = []
    made: dict[str, Any] = {}
    with gr.Blocks() as demo:
        text = gr.Textbox("one", label="Text")

        @gr.render(inputs=text)
        def show(name: str) -> None:
            made["out"] = gr.Textbox(lambda: f"value {name}", label="Out")
            demo.load(lambda: heard.append(f"load {name}"))
            gr.on(fn=lambda: heard.append(f"on {name}"), inputs=None)

    async def scenario() -> None:
        page = await loaded(demo)
        assert page.value(made["out"]) == "value one"
        page.type(text, "two")
        await settle()
        assert page.value(made["out"]) == "value two"
        assert heard == ["load one", "on one", "load two", "on two"]

    run(scenario)


def test_the_page_is_ready_once_what_is_rendered_is_loaded() -> None:
    with gr.Blocks() as demo:

        @gr.render()
        def show() -> None:
            gr.Textbox(lambda: "loaded")

    async def scenario() -> None:
        page = await loaded(demo)
        types = [message["type"] for message in page.messages]
        assert types.index("render") < types.index("update") < types.index("ready")

    run(scenario)


def test_an_error_keeps_what_was_there_and_is_told_once() -> None:
    made: dict[str, Any] = {}
    with gr.Blocks() as demo:
        number, out = gr.Number(1, label="Number"), gr.Textbox("", label="Out")

        @gr.render(inputs=number)
        def show(n: float) -> None:
            button = gr.Button(f"Button {n}")
            button.click(lambda: f"by {n}", None, out)
            if n == 2:
                raise gr.Error("Not two")
            made["button"] = button

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(number, 2)
        await settle()
        assert page.labels() == ["Number", "Out", "Button 1"]
        assert page.toasts == [("error", "Not two")]
        assert page.sent("status")[-1]["stage"] == "error"
        await click(page, made["button"])
        assert page.value(out) == "by 1"

    run(scenario)


def test_a_listener_on_a_block_that_is_nowhere_keeps_what_was_there() -> None:
    with gr.Blocks() as demo:
        number = gr.Number(1, label="Number")

        @gr.render(inputs=number)
        def show(n: float) -> None:
            gr.Button(f"Button {n}").click(lambda: "", None, None if n == 1 else gr.Textbox(label="Lost", render=False))

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(number, 2)
        await settle()
        assert page.labels() == ["Number", "Button 1"]
        ((_, message),) = page.toasts
        assert "gr.Textbox('Lost'), which is not in this app" in message

    run(scenario)


def test_async_and_generator_functions_are_refused_as_gradio_shows_nothing_of_them() -> None:
    async def later() -> None:
        gr.Markdown("never")

    def parts() -> Any:
        yield gr.Markdown("never")

    with gr.Blocks() as demo:
        gr.render()(later)
        gr.render()(parts)

    async def scenario() -> None:
        page = await loaded(demo)
        assert page.labels() == []
        assert len(page.toasts) == 2
        assert all("gr.render takes a plain function" in message for _, message in page.toasts)

    run(scenario)


def test_interactivity_of_what_is_rendered_considers_the_apps_listeners_too() -> None:
    made: dict[str, Any] = {}
    with gr.Blocks() as demo:

        @gr.render()
        def show() -> None:
            made.update(used=gr.Textbox("in"), result=gr.Textbox(), filled=gr.Textbox("filled"))
            gr.Button().click(lambda text: text, made["used"], made["result"])

    async def scenario() -> None:
        page = await loaded(demo)
        interactive = [page.props[made[name]._id]["interactive"] for name in ("used", "result", "filled")]
        assert interactive == [True, False, False]

    run(scenario)


def test_neighbouring_form_components_are_one_form_there_too() -> None:
    with gr.Blocks() as demo:

        @gr.render()
        def show() -> None:
            gr.Textbox()
            gr.Number()

    async def scenario() -> None:
        page = await loaded(demo)
        (message,) = page.sent("render")
        (form,) = message["layout"]["children"]
        assert [each["type"] for each in message["components"] if each["id"] == form["id"]] == ["form"]
        assert len(form["children"]) == 2

    run(scenario)
