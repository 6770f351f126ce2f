"""Each kind of event data has Gradio's attributes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.tree.event_data import EventData, SelectData

NAMES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "gradio-6.31.json").read_text("utf-8"))["names"]
DATA = {
    "index": [1, 2],
    "value": "new",
    "previous_value": "old",
    "liked": False,
    "selected": False,
    "row_value": ["a"],
    "col_value": ["b"],
    "key": "Enter",
    "input_value": "text",
    "path": "/tmp/a.txt",
    "url": "blob:x",
    "orig_name": "a.txt",
    "size": 3,
    "mime_type": "text/plain",
}
KINDS = [name for name, about in NAMES.items() if about["kind"] == "event_data" and hasattr(gr, name)]


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_gradios_attributes(name: str) -> None:
    event = getattr(gr, name)(None, DATA)
    for attribute in NAMES[name].get("attributes", []):
        if attribute == "file":
            assert (event.file.path, event.file.size) == (DATA["path"], DATA["size"])
        else:
            assert getattr(event, attribute) == (DATA | {"_data": DATA, "target": None})[attribute]


def test_every_kind_of_gradios_is_here() -> None:
    assert {name for name, about in NAMES.items() if about["kind"] == "event_data"} == set(KINDS)


def test_what_the_event_does_not_tell_is_named() -> None:
    with pytest.raises(AttributeError, match="has no 'row'; it has: a"):
        _ = EventData(None, {"a": 1}).row
    assert SelectData(None, None).selected is True


def test_each_kind_comes_with_the_event_of_a_component() -> None:
    expected = {
        "select": (gr.SelectData, "row_value", ["a"]),
        "key_up": (gr.KeyUpData, "input_value", "text"),
        "edit": (gr.EditData, "previous_value", "old"),
        "like": (gr.LikeData, "liked", False),
        "undo": (gr.UndoData, "index", [1, 2]),
        "retry": (gr.RetryData, "index", [1, 2]),
        "copy": (gr.CopyData, "value", "new"),
        "download": (gr.DownloadData, "file", None),
        "delete": (gr.DeletedFileData, "file", None),
    }
    seen: dict[str, Any] = {}

    def note(name: str, kind: type[gr.EventData]) -> Callable[..., None]:
        def handler(data: gr.EventData) -> None:
            seen[name] = data

        handler.__annotations__["data"] = kind
        return handler

    with gr.Blocks() as demo:
        html = gr.HTML()
        for name, (kind, _, _) in expected.items():
            getattr(html, name)(note(name, kind))

    async def scenario() -> None:
        page = FakePage(demo)
        for name in expected:
            page.emit(html, name, DATA)
        await settle()

    run(scenario)
    for name, (kind, attribute, value) in expected.items():
        assert (type(seen[name]), seen[name].target) == (kind, html)
        if attribute == "file":
            assert seen[name].file.orig_name == "a.txt"
        else:
            assert getattr(seen[name], attribute) == value


def test_event_data_tells_what_was_selected() -> None:
    with gr.Blocks() as demo:
        pick, out = gr.Radio(["a", "b"]), gr.Textbox()

        def selected(event: gr.SelectData) -> str:
            assert event.target is pick
            return f"{event.index} {event.value} {event.selected}"

        pick.select(selected, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(pick, "select", data={"index": 1, "value": "b", "selected": True})
        await settle()
        assert page.value(out) == "1 b True"

    run(scenario)
