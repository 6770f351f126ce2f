"""Checkbox."""

from __future__ import annotations

import pytest

import pyblocks as gr


@pytest.mark.parametrize(("returned", "ticked"), [(True, True), (None, False), (0, False), ("a", True)])
def test_is_ticked_by_truth(returned: object, ticked: bool) -> None:
    assert gr.Checkbox().postprocess(returned) is ticked


def test_handler_gets_the_bool() -> None:
    assert gr.Checkbox().preprocess(True) is True
    assert gr.Checkbox().initial_payload() is False
