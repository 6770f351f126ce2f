"""What the page says that a visitor changed: taken, or refused with a notice and without harm."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, run, settle
from pyblocks.session.deep_link import DeepLink, DeepLinkError

UPDATE = {"__type__": "update", "sanitize_html": False, "value": "<img src=x onerror=alert(1)>"}


@pytest.mark.parametrize("preprocess", [True, False])
def test_a_value_of_a_wrong_type_is_refused_and_the_page_goes_on(
    preprocess: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    got: list[Any] = []
    with gr.Blocks() as demo:
        city = gr.Dropdown(["Rome", "Paris"], allow_custom_value=True, label="City")
        shown = gr.Markdown()
        gr.on([city.input, city.change], got.append, city, preprocess=preprocess)
        city.change(lambda name: name, city, shown)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(city, UPDATE)
        await settle()
        assert page.value(city) == "Rome"
        [(level, message)] = page.toasts
        assert level == "error"
        assert message.startswith("gr.Dropdown('City') takes one of its choices, not {'__type__': 'update'")
        assert message.endswith("…: it stays as it was.")
        assert got == []
        page.type(city, "Oslo")
        await settle()
        assert page.value(shown) == "Oslo"
        assert got == ["Oslo"]
        assert page.props[shown._id]["sanitize_html"] is True

    run(scenario)
    assert "Traceback" not in capsys.readouterr().err


def test_a_prop_that_is_not_the_visitor_s_is_refused() -> None:
    with gr.Blocks() as demo:
        shown, html, state = gr.Markdown("old"), gr.HTML("old"), gr.State(1)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(shown, "change", sanitize_html=False, value="new")
        page.emit(html, "props", html_template="<script>")
        page._dispatcher.receive(
            {"type": "event", "target": state._id, "event": "change", "edit": {"value": 2, "nothing": 3}}
        )
        assert (page.props[shown._id]["sanitize_html"], page.value(shown)) == (True, "old")
        assert page.props[html._id]["html_template"] == "${value}"
        assert page.session.slot(state).argument(None, True) == 1
        assert [message for _, message in page.toasts] == [
            "gr.Markdown() has no 'sanitize_html' that a visitor can change: it stays as it was.",
            "gr.HTML() has no 'html_template' that a visitor can change: it stays as it was.",
            "gr.State() has no 'value' that a visitor can change: it stays as it was.",
        ]

    run(scenario)


def test_a_refused_event_that_is_replayed_keeps_nobody_waiting() -> None:
    with gr.Blocks() as demo:
        number = gr.Number(1)

    async def scenario() -> None:
        page = FakePage(demo)
        page._dispatcher.receive(
            {"type": "event", "target": number._id, "event": "input", "edit": {"value": "x"}, "replayed": True}
        )
        assert len(page.sent("ready")) == 1
        assert page.value(number) == 1

    run(scenario)


@pytest.mark.parametrize("value", [UPDATE, [UPDATE]])
@pytest.mark.parametrize("fn", [None, lambda text: text])
def test_a_script_gives_values_that_the_components_take(fn: Any, value: Any) -> None:
    failed: list[bool] = []
    with gr.Blocks() as demo:
        name, shown, button = gr.Textbox("old"), gr.Markdown("old", label="Shown"), gr.Button()
        button.click(fn, name, shown, js="f").failure(lambda: failed.append(True))

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await page.answer(value)
        await settle()
        assert page.value(shown) == "old"
        assert page.props[shown._id]["sanitize_html"] is True
        [(_, message)] = page.toasts
        assert "returned a wrong value: gr." in message
        assert "takes text, not {" in message
        assert failed == [True]

    run(scenario)


def test_a_script_s_numbers_and_nothings_become_the_components_values() -> None:
    got: list[Any] = []
    with gr.Blocks() as demo:
        inputs = [gr.Textbox(), gr.Number(), gr.Slider(2, 9), gr.Checkbox(), gr.CheckboxGroup(["a"])]
        button = gr.Button()
        button.click(lambda *values: got.append(values), inputs, js="f")

    async def scenario() -> None:
        page = FakePage(demo)
        for answer in ([3, "4", "5", 1, ["a"]], []):
            page.emit(button, "click")
            await page.answer(answer)
            await settle()
        assert got == [("3", 4.0, 5.0, True, ["a"]), (None, None, 2, False, [])]

    run(scenario)


def test_what_the_browser_stores_is_no_update() -> None:
    with gr.Blocks() as demo:
        stored, shown = gr.BrowserState("Hello", storage_key="note"), gr.Markdown()
        gr.on([demo.load, stored.change], lambda note: note, stored, shown)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        page.store("note", '{"__type__": "update", "sanitize_html": false, "value": "<img src=x>"}')
        await settle()
        assert page.props[shown._id]["sanitize_html"] is True
        assert page.value(shown).startswith("{'__type__'")

    run(scenario)


def test_a_link_gives_values_that_the_components_take() -> None:
    with gr.Blocks() as demo:
        name, city = gr.Textbox("old"), gr.Dropdown(["Rome"], allow_custom_value=True)
        gr.DeepLinkButton()
    values = [[name._id, "textbox", "new"], [city._id, "dropdown", UPDATE]]
    link = "/?deep_link=" + b64encode(json.dumps(values).encode()).decode()

    async def scenario() -> None:
        page = FakePage(demo)
        with pytest.raises(DeepLinkError, match="takes one of its choices"):
            DeepLink(link).fill_in(page.session, page.session.blocks.values())
        assert [page.session.slot(block).payload for block in (name, city)] == ["old", "Rome"]

    run(scenario)


def test_a_choice_that_is_gone_is_refused_but_not_what_the_app_put_there() -> None:
    with gr.Blocks() as demo:
        group, button = gr.CheckboxGroup(["a", "b"], value=["a"]), gr.Button()
        button.click(lambda: gr.update(choices=["b", "c"]), None, group)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        page.type(group, ["a", "c"])
        assert (page.session.slot(group).payload, page.toasts) == (["a", "c"], [])
        page.type(group, ["c"])
        page.type(group, ["c", "a"])
        assert page.value(group) == ["c"]
        assert len(page.toasts) == 1

    run(scenario)
