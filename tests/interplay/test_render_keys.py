"""What ``key`` keeps when ``gr.render`` makes blocks anew, and what nested and overlapping renderings do."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator
from typing import Any

import pyblocks as gr
from fake_page import FakePage, run, settle

Made = dict[str, Any]


async def loaded(demo: gr.Blocks) -> FakePage:
    page = FakePage(demo)
    page.load()
    await settle()
    return page


async def click(page: FakePage, button: Any) -> None:
    page.emit(button, "click")
    await settle()


def test_a_key_keeps_what_the_visitor_or_a_listener_changed_and_nothing_else() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made.update(
                typed=gr.Textbox("first", label=f"Typed {n}", key="typed"),
                written=gr.Textbox("first", key="written"),
                untouched=gr.Textbox(f"value {n}", key="untouched"),
                named=gr.Textbox("first", label=f"Named {n}", key="named", preserved_by_key=["label"]),
                nameless=gr.Textbox("first"),
                go=gr.Button(key="go"),
            )
            outputs = [made["written"], made["named"]]
            made["go"].click(lambda: ("by listener", gr.Textbox("by listener", label="New")), None, outputs)

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(made["typed"], "by visitor")
        page.type(made["nameless"], "by visitor")
        await click(page, made["go"])
        before = dict(made)
        page.type(number, 2)
        await settle()
        assert {name: made[name]._id for name in made} == {name: before[name]._id for name in made}
        shown = {name: page.value(made[name]) for name in made if name != "go"}
        assert shown == {
            "typed": "by visitor",
            "written": "by listener",
            "untouched": "value 2",
            "named": "first",
            "nameless": "first",
        }
        assert page.props[made["typed"]._id]["label"] == "Typed 2"
        assert page.props[made["named"]._id]["label"] == "New"
        message = page.sent("render")[-1]
        (typed,) = (each for each in message["components"] if each["id"] == made["typed"]._id)
        assert "value" not in typed["props"]  # the page has it, with what was typed since

    run(scenario)


def test_handlers_get_what_a_key_kept() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        number, out = gr.Number(1), gr.Textbox()

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made.update(text=gr.Textbox(key="text"), go=gr.Button())
            made["go"].click(lambda text: f"{n} {text}", made["text"], out)

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(made["text"], "typed")
        page.type(number, 2)
        await settle()
        await click(page, made["go"])
        assert page.value(out) == "2 typed"

    run(scenario)


def test_a_key_of_another_type_is_another_block_and_a_key_used_twice_counts() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made["changing"] = gr.Textbox(key="a") if n == 1 else gr.Number(key="a")
            made["first"], made["second"] = gr.Textbox(key="b"), gr.Textbox(key="b")

    async def scenario() -> None:
        page = await loaded(demo)
        before = dict(made)
        page.type(made["second"], "typed")
        page.type(number, 2)
        await settle()
        assert made["changing"]._id != before["changing"]._id
        assert [page.value(made[name]) for name in ("changing", "first", "second")] == [0, "", "typed"]

    run(scenario)


def test_layouts_around_what_is_kept_stay_so_that_nothing_moves() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        first = gr.Number(0)

        @gr.render(inputs=first)
        def rows(n: float) -> None:
            for i in range(int(n), 3):
                with gr.Column() as column, gr.Row() as row:
                    text = gr.Textbox(key=f"text {i}")
                made[str(i)] = (column, row, text)

    async def scenario() -> None:
        page = await loaded(demo)
        before = {name: [block._id for block in blocks] for name, blocks in made.items()}
        forms = {i: page.children[before[i][1]] for i in "12"}
        page.type(first, 1)
        await settle()
        assert {i: [block._id for block in made[i]] for i in "12"} == {i: before[i] for i in "12"}
        assert {i: page.children[before[i][1]] for i in "12"} == forms

    run(scenario)


def test_a_value_that_a_rendering_changes_is_a_change() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            text = gr.Textbox(f"value {n}", key="text")
            text.change(heard.append, text)

    async def scenario() -> None:
        page = await loaded(demo)
        assert heard == []
        page.type(number, 2)
        await settle()
        assert heard == ["value 2"]

    run(scenario)


def test_a_run_of_the_old_tree_goes_on_and_writes_only_to_what_is_still_there() -> None:
    made: Made = {}
    gate = asyncio.Event()

    async def slow() -> AsyncIterator[tuple[str, str, str]]:
        yield "one", "one", "one"
        await gate.wait()
        yield "two", "two", "two"

    with gr.Blocks() as demo:
        number, outer = gr.Number(1), gr.Textbox()

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made.update(kept=gr.Textbox(key="kept"), gone=gr.Textbox(label=f"Gone {n}"), go=gr.Button())
            made["go"].click(slow, None, [made["gone"], made["kept"], outer])

    async def scenario() -> None:
        page = await loaded(demo)
        page.emit(made["go"], "click")
        await asyncio.sleep(0.02)
        page.type(number, 2)
        await asyncio.sleep(0.02)
        gate.set()
        await settle()
        assert page.value(made["gone"]) == ""
        assert (page.value(made["kept"]), page.value(outer)) == ("two", "two")
        assert page.toasts == []
        assert page.sent("status")[-1]["stage"] == "complete"

    run(scenario)


def test_a_listener_with_a_key_is_the_same_one_so_a_new_stop_button_stops_an_old_run() -> None:
    made: Made = {}
    closed: list[bool] = []

    async def endless() -> AsyncIterator[int]:
        try:
            for i in range(10**9):
                yield i
                await asyncio.sleep(0.001)
        finally:
            closed.append(True)

    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            made.update(out=gr.Number(key="out"), go=gr.Button(), stop=gr.Button())
            running = made["go"].click(endless, None, made["out"], key="run")
            made["stop"].click(None, cancels=running)

    async def scenario() -> None:
        page = await loaded(demo)
        page.emit(made["go"], "click")
        await asyncio.sleep(0.02)
        page.type(number, 2)
        await asyncio.sleep(0.02)
        page.emit(made["stop"], "click")
        await settle()
        assert closed == [True]

    run(scenario)


def test_nested_renderings_follow_both_and_keep_by_key() -> None:
    made: Made = {}
    deleted: list[str] = []
    with gr.Blocks() as demo:
        outer = gr.Textbox("a", label="Outer")

        @gr.render(inputs=outer)
        def show(text: str) -> None:
            made["inner"] = gr.Textbox("b", label=f"Inner of {text}", key="inner")

            @gr.render(inputs=made["inner"])
            def show_inner(word: str) -> None:
                gr.State(f"{text}{word}", delete_callback=deleted.append)
                made["text"] = gr.Textbox(label=f"{text} {word}", key="text")

    async def scenario() -> None:
        page = await loaded(demo)
        assert page.labels() == ["Outer", "Inner of a", "a b"]
        page.type(made["text"], "typed")
        page.type(made["inner"], "c")
        await settle()
        assert page.labels() == ["Outer", "Inner of a", "a c"]
        page.type(outer, "x")
        await settle()
        assert page.labels() == ["Outer", "Inner of x", "x c"]
        assert page.value(made["text"]) == "typed"
        assert deleted == ["ab", "ac"]

    run(scenario)


def test_a_nested_rendering_that_nothing_triggers_is_empty_again() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        outer = gr.Textbox("a", label="Outer")

        @gr.render(inputs=outer)
        def show(text: str) -> None:
            made["go"] = gr.Button("Go")
            gr.render(triggers=made["go"].click)(lambda: gr.Markdown(f"in {text}"))

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["go"])
        assert page.labels() == ["Outer", "Go", "in a"]
        page.type(outer, "b")
        await settle()
        assert page.labels() == ["Outer", "Go"]

    run(scenario)


def test_browser_states_inside_find_what_the_browser_keeps() -> None:
    made: Made = {}
    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            kept = gr.BrowserState("nothing")
            made.update(out=gr.Textbox(), go=gr.Button())
            made["go"].click(lambda: f"kept {n}", None, kept)
            kept.change(lambda text: text, kept, made["out"])

    async def scenario() -> None:
        page = await loaded(demo)
        await click(page, made["go"])
        assert page.value(made["out"]) == "kept 1"
        (key,) = page.sent("render")[-1]["storage_keys"]
        page.type(number, 2)
        await settle()
        page.store(key, '"by another tab"')
        await settle()
        assert page.value(made["out"]) == "by another tab"
        again = FakePage(demo, storage=page.stored)
        again.load()
        await settle()
        assert again.value(made["out"]) == "by another tab"

    run(scenario)


def test_a_component_made_outside_is_the_same_one_each_time() -> None:
    with gr.Blocks() as demo:
        number = gr.Number(1, label="Number")
        text = gr.Textbox(label="Text", render=False)

        @gr.render(inputs=number)
        def show(n: float) -> None:
            with gr.Group():
                text.render()
            text.change(lambda value: value, text, number)

    async def scenario() -> None:
        page = await loaded(demo)
        page.type(text, "3")
        await settle()
        assert page.value(number) == 3
        assert (page.labels(), page.value(text)) == (["Number", "Text"], "3")

    run(scenario)


def test_nothing_is_left_of_what_was_replaced() -> None:
    made: list[weakref.ref[Any]] = []
    with gr.Blocks() as demo:
        button = gr.Button()

        @gr.render(triggers=[button.click, demo.load])
        def show() -> None:
            with gr.Row():
                text = gr.Textbox(key="text")
                gr.State([])
                inner = gr.Button()

            def handler(value: str) -> str:
                return value + "!"

            inner.click(handler, text, text).then(handler, text, text)
            text.change(handler, text)
            made.append(weakref.ref(inner))
            made.append(weakref.ref(handler))

    async def scenario() -> None:
        page = await loaded(demo)
        session = page.session
        counts = set()
        for _ in range(5):
            await click(page, button)
            counts.add((len(session.blocks), len(session.slots), len(list(session.listeners))))
        gc.collect()
        assert len(counts) == 1
        assert [each() is None for each in made] == [True] * (len(made) - 2) + [False] * 2

    run(scenario)


def test_replaced_listeners_are_taken_back_from_the_page() -> None:
    with gr.Blocks() as demo:
        button = gr.Button()

        @gr.render(triggers=[button.click])
        def show() -> None:
            gr.Button().click(lambda: None)

    async def scenario() -> None:
        page = await loaded(demo)
        for _ in range(3):
            await click(page, button)
        messages = page.sent("render")
        given = [each["id"] for message in messages for each in message["dependencies"]]
        assert given == sorted(set(given))
        assert [message["removed"] for message in messages] == [[], given[:1], given[1:2]]

    run(scenario)
