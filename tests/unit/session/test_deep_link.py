"""What a deep link fills in."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.session.deep_link import DeepLink, DeepLinkError
from pyblocks.session.session import Session
from pyblocks.session.storage import MemoryStorage


def restore(session: Session, fragment: str) -> None:
    DeepLink(fragment).fill_in(session, session.blocks.values())


def fragment(*entries: Any) -> str:
    return encoded(json.dumps(entries))


def encoded(text: str) -> str:
    return "#/second?deep_link=" + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def app() -> tuple[Session, dict[str, gr.Component]]:
    with gr.Blocks() as demo:
        blocks: dict[str, gr.Component] = {
            "name": gr.Textbox(),
            "choice": gr.Radio(["a", "b"]),
            "html": gr.HTML("own"),
            "password": gr.Textbox(type="password"),
            "button": gr.DeepLinkButton(),
        }
    return Session(demo, storage=MemoryStorage()), blocks


def test_values_are_filled_in() -> None:
    session, blocks = app()
    restore(session, fragment([blocks["name"]._id, "textbox", "é?&"], [blocks["choice"]._id, "radio", "b"]))
    assert session.slot(blocks["name"]).props()["value"] == "é?&"
    assert session.slot(blocks["choice"]).props()["value"] == "b"


def test_the_button_knows_what_is_in_the_link() -> None:
    _, blocks = app()
    assert blocks["button"].page_props()["components"] == [blocks["name"]._id, blocks["choice"]._id]


@pytest.mark.parametrize("text", ["", "#heading", "#/second", "#/?other=1"])
def test_other_fragments_are_no_deep_links(text: str) -> None:
    session, blocks = app()
    restore(session, text)
    assert session.slot(blocks["name"]).props()["value"] == ""


@pytest.mark.parametrize(
    ("block", "type", "value", "error"),
    [
        ("choice", "radio", "c", "a value that gr.Radio.* doesn't take"),
        ("html", "html", "<script>", "another version of this app"),
        ("password", "textbox", "x", "another version of this app"),
        ("name", "number", 1, "another version of this app"),
    ],
)
def test_what_does_not_fit_changes_nothing(block: str, type: str, value: Any, error: str) -> None:
    session, blocks = app()
    with pytest.raises(DeepLinkError, match=error):
        restore(session, fragment([blocks["name"]._id, "textbox", "x"], [blocks[block]._id, type, value]))
    assert session.slot(blocks["name"]).props()["value"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "#/?deep_link=W1s",
        "#/?deep_link=MTIz",
        "#/?deep_link=%25%25",
        "#/?deep_link=_w",
        encoded('[[1e999, "textbox", 1]]'),
        encoded('[[Infinity, "textbox", 1]]'),
        encoded(f'[[{"1" * 5000}, "textbox", 1]]'),
        encoded("[" * 100_000),
        encoded("[" * 2000 + "]" * 2000),
        encoded("[[1, 2, 3]]"),
        encoded('[[1, "textbox"]]'),
        encoded('{"a": 1}'),
        encoded('["abc"]'),
        encoded("[null]"),
    ],
)
def test_a_link_that_was_cut_short(text: str) -> None:
    with pytest.raises(DeepLinkError, match="not complete"):
        restore(app()[0], text)


@pytest.mark.parametrize("is_offered", [True, False])
def test_only_an_app_that_offers_links_takes_them(is_offered: bool) -> None:
    with gr.Blocks() as demo:
        name = gr.Textbox()
    if is_offered:
        with demo.route("Second"):
            gr.DeepLinkButton()
    session = Session(demo, storage=MemoryStorage())
    restore(session, fragment([name._id, "textbox", "x"]))
    assert session.slot(name).payload == ("x" if is_offered else "")


def test_a_link_sets_off_what_any_visit_does_and_no_more() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        name = gr.Textbox()
        gr.DeepLinkButton()
        name.change(lambda: heard.append("change"))
        demo.load(heard.append, name)

    async def scenario() -> None:
        page = FakePage(demo, fragment=fragment([name._id, "textbox", "x"]))
        page.load()
        await settle()
        assert page.value(name) == "x"
        assert heard == ["x"]
        page.emit(name, "blur", value="x")
        await settle()
        assert heard == ["x"]

    run(scenario)


def rendering_app(heard: list[str]) -> tuple[gr.Blocks, gr.Textbox, gr.Textbox]:
    with gr.Blocks() as demo:
        name, other = gr.Textbox(), gr.Textbox()
        name.change(lambda: heard.append("change"))

        @gr.render()
        def show() -> None:
            gr.DeepLinkButton()

    return demo, name, other


def test_a_button_that_is_rendered_offers_links_too() -> None:
    heard: list[str] = []
    demo, name, other = rendering_app(heard)

    async def scenario() -> None:
        page = FakePage(demo, fragment=fragment([name._id, "textbox", "x"], [other._id, "textbox", "y"]))
        assert page.value(name) == ""
        page.load()
        page.emit(other, "input", value="typed")
        await settle()
        assert page.value(name) == "x"
        assert page.value(other) == "typed"
        assert heard == []
        [button] = [block for block in page.session.blocks.values() if isinstance(block, gr.DeepLinkButton)]
        assert button.page_props()["components"] == [name._id, other._id]

    run(scenario)
