"""Each kind of event data has Gradio's attributes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.event_data import EventData, SelectData

NAMES: dict[str, Any] = json.loads((Path(__file__).parents[1] / "gradio-6.31.json").read_text("utf-8"))["names"]
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
