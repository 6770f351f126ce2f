"""Label."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr


@pytest.mark.parametrize(("returned", "label"), [("cat", "cat"), (3, "3"), (3.5, "3.5")])
def test_one_class(returned: Any, label: str) -> None:
    payload = gr.Label().postprocess(returned)
    assert payload == {"label": label, "confidences": None}
    assert gr.Label().preprocess(payload) == label


def test_confidences_come_surest_first() -> None:
    payload = gr.Label().postprocess({"cat": 0.2, "dog": 0.7, "cow": "0.1"})
    assert payload == {
        "label": "dog",
        "confidences": [
            {"label": "dog", "confidence": 0.7},
            {"label": "cat", "confidence": 0.2},
            {"label": "cow", "confidence": 0.1},
        ],
    }
    assert gr.Label().preprocess(payload) == {"dog": 0.7, "cat": 0.2, "cow": 0.1}


def test_top_classes_only() -> None:
    payload = gr.Label(num_top_classes=1).postprocess({"cat": 0.2, "dog": 0.7})
    assert payload == {"label": "dog", "confidences": [{"label": "dog", "confidence": 0.7}]}


@pytest.mark.parametrize("nothing", [None, {}])
def test_nothing(nothing: Any) -> None:
    payload = gr.Label().postprocess(nothing)
    assert payload == {}
    assert gr.Label().preprocess(payload) is None


def test_wrong_values_are_named() -> None:
    with pytest.raises(TypeError, match="not list"):
        gr.Label().postprocess(["cat"])
    with pytest.raises(ValueError, match="the confidence of 'cat' is not a number: 'sure'"):
        gr.Label().postprocess({"cat": "sure"})
