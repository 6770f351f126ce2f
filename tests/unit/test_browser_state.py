from __future__ import annotations

import json
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.storage import MemoryStorage


def login() -> tuple[gr.Blocks, Any, Any, Any]:
    with gr.Blocks() as demo:
        username = gr.Textbox(label="Username")
        saved = gr.Markdown("Saved", visible=False)
        storage = gr.BrowserState(["", ""])
        demo.load(lambda values: values[0], storage, username)
        gr.on([username.change], lambda name: [name, ""], [username], [storage])
        gr.on(storage.change, lambda: gr.Markdown("✅ Saved", visible=True), outputs=[saved])
    return demo, username, saved, storage


def test_a_browser_state_is_there_again_after_a_reload() -> None:
    demo, username, saved, _ = login()
    browser = MemoryStorage()

    async def scenario() -> None:
        page = FakePage(demo, browser)
        page.load()
        await settle()
        assert browser.texts == {}
        page.type(username, "Ada")
        await settle()
        assert page.props[saved._id]["visible"] is True
        assert [json.loads(text) for text in browser.texts.values()] == [["Ada", ""]]
        again = FakePage(demo, browser)
        again.load()
        await settle()
        assert again.value(username) == "Ada"
        assert again.props[saved._id]["visible"] is True

    run(scenario)


def test_the_key_is_the_one_given_or_names_site_and_place() -> None:
    with gr.Blocks() as demo:
        own, first, second, button = (
            gr.BrowserState(storage_key="mine"),
            gr.BrowserState(),
            gr.BrowserState(),
            gr.Button(),
        )
        button.click(lambda: (1, 2, 3), None, [own, first, second])

    async def scenario() -> None:
        page = FakePage(demo, site="/a/")
        page.emit(button, "click")
        await settle()
        assert list(page.stored.texts.values()) == ["1", "2", "3"]
        assert next(iter(page.stored.texts)) == "mine"
        other = FakePage(demo, page.stored, site="/b/")
        assert other.session.slot(first).argument(None, True) is None

    run(scenario)


@pytest.mark.parametrize("value", [0, False, "", None, [], {}, "ü✅", [1, {"a": [True, None]}], 2**60])
def test_every_json_value_survives_exactly(value: Any) -> None:
    with gr.Blocks() as demo:
        state, button = gr.BrowserState("default", storage_key="k"), gr.Button()
        button.click(lambda: value, None, state)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        read = FakePage(demo, page.stored).session.slot(state).argument(None, True)
        assert read == value
        assert type(read) is type(value)

    run(scenario)


def test_what_json_cannot_hold_is_an_error_and_the_stored_value_stays() -> None:
    with gr.Blocks() as demo:
        state, button = gr.BrowserState(storage_key="k"), gr.Button()
        button.click(lambda: {1, 2}, None, state)

    async def scenario() -> None:
        page = FakePage(demo)
        page.stored.set("k", '"old"')
        page.emit(button, "click")
        await settle()
        assert page.toasts[0][0] == "error"
        assert page.stored.texts == {"k": '"old"'}

    run(scenario)


def test_damaged_text_gives_the_default_and_is_kept_aside(capsys: pytest.CaptureFixture[str]) -> None:
    with gr.Blocks() as demo:
        state = gr.BrowserState("default", storage_key="k")
    browser = MemoryStorage()
    browser.set("k", "{not json")
    page = FakePage(demo, browser)
    assert page.session.slot(state).argument(None, True) == "default"
    assert browser.texts["k.damaged"] == "{not json"
    assert "'k'" in capsys.readouterr().err


def test_two_browser_states_with_one_key_are_refused() -> None:
    with gr.Blocks() as demo:
        gr.BrowserState(storage_key="k")
        gr.BrowserState(storage_key="k")
    with pytest.raises(ValueError, match="storage_key 'k'"):
        FakePage(demo)
