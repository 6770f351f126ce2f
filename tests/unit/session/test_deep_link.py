"""What a deep link fills in."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.session.deep_link import DeepLinkError, restore
from pyblocks.session.session import Session
from pyblocks.session.storage import MemoryStorage


def fragment(*entries: Any) -> str:
    text = base64.urlsafe_b64encode(json.dumps(entries).encode()).decode().rstrip("=")
    return f"#/second?deep_link={text}"


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


@pytest.mark.parametrize("text", ["#/?deep_link=W1s", "#/?deep_link=MTIz", "#/?deep_link=%25%25"])
def test_a_link_that_was_cut_short(text: str) -> None:
    with pytest.raises(DeepLinkError, match="not complete"):
        restore(app()[0], text)
