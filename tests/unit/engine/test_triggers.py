"""Which listeners hear of what."""

from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, click, run, settle


def test_input_is_the_visitors_edit_only_and_change_is_both() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        text, button = gr.Textbox(), gr.Button()
        text.input(lambda: heard.append("input"))
        text.change(lambda: heard.append("change"))
        button.click(lambda: "by update", None, text)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(text, "typed")
        await settle()
        assert sorted(heard) == ["change", "input"]
        heard.clear()
        page.emit(button, "click")
        await settle()
        page.emit(button, "click")  # the same value again changes nothing
        await settle()
        assert heard == ["change"]

    run(scenario)


def test_then_success_and_failure_follow_as_the_run_ended() -> None:
    heard: list[str] = []

    def fail() -> None:
        raise ValueError("no")

    with gr.Blocks() as demo:
        good, bad = gr.Button(), gr.Button()
        for button, fn in ((good, lambda: None), (bad, fail)):
            dependency = button.click(fn)
            dependency.then(lambda: heard.append("then"))
            dependency.success(lambda: heard.append("success")).then(lambda: heard.append("next"))
            dependency.failure(lambda: heard.append("failure"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(good, "click")
        await settle()
        assert heard == ["success", "then", "next"]
        heard.clear()
        page.emit(bad, "click")
        await settle()
        assert heard == ["failure", "then"]

    run(scenario)


def test_tabs_change_when_another_one_is_selected() -> None:
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            with gr.Tab("One", id="one"):
                out = gr.Textbox()
            with gr.Tab("Two", id="two"):
                pass
        button = gr.Button()
        tabs.change(lambda: "changed", None, out)
        button.click(lambda: gr.Tabs(selected="two"), None, tabs)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(tabs, "select", data={"index": 1, "value": "Two"}, selected="two")
        await settle()
        assert page.value(out) == "changed"

    run(scenario)


def test_tabs_change_when_a_handler_selects_another_one() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            gr.Tab("One", id="one")
            gr.Tab("Two", id="two")
        with gr.Tabs() as unnamed:
            gr.Tab("One")
            gr.Tab("Two")
        button, relabel = gr.Button(), gr.Button()
        tabs.change(lambda: heard.append("change"))
        unnamed.change(lambda: heard.append("unnamed"))
        wanted = iter(["one", "two", "two", "no such tab", "one"])
        button.click(lambda: gr.Tabs(selected=next(wanted)), None, tabs)
        relabel.click(lambda: gr.Tabs(selected=1), None, unnamed)

    async def scenario() -> None:
        page = FakePage(demo)
        for changes in (0, 1, 1, 2, 2):  # the first tab was shown at the start, and is where none is named
            await click(page, button)
            assert heard == ["change"] * changes
        await click(page, relabel)
        assert heard[-1] == "unnamed"

    run(scenario)


def test_chains_of_changes_settle_in_order() -> None:
    order: list[str] = []
    with gr.Blocks() as demo:
        a, b, c, button = gr.State(0), gr.State(0), gr.Number(), gr.Button()

        def note(name: str, value: int) -> int:
            order.append(name)
            return value + 1

        button.click(lambda: 1, None, a)
        a.change(lambda v: note("a", v), a, b)
        b.change(lambda v: note("b", v), b, c)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert order == ["a", "b"]
        assert page.value(c) == 3

    run(scenario)
