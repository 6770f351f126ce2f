"""Markdown."""

from __future__ import annotations

import pyblocks as gr


def test_common_indentation_is_taken_away() -> None:
    text = """
        # Title
          - item
        """
    assert gr.Markdown(text).page_props()["value"] == "# Title\n  - item"


def test_shows_anything_as_text_and_none_as_nothing() -> None:
    assert gr.Markdown().postprocess(3) == "3"
    assert gr.Markdown().postprocess(None) is None


def test_latex_is_between_double_dollars_unless_said_otherwise() -> None:
    assert gr.Markdown().page_props()["latex_delimiters"] == [{"left": "$$", "right": "$$", "display": True}]
    assert gr.Markdown(latex_delimiters=[]).page_props()["latex_delimiters"] == []


def test_label_is_not_shown_without_a_container() -> None:
    assert gr.Markdown().page_props()["show_label"] is False
