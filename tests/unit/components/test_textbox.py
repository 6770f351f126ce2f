"""Textbox and TextArea."""

from __future__ import annotations

import pytest

import pyblocks as gr


@pytest.mark.parametrize(("returned", "shown"), [("a", "a"), (None, ""), (3, "3"), ([1], "[1]"), (True, "True")])
def test_shows_anything_as_text(returned: object, shown: str | None) -> None:
    assert gr.Textbox().postprocess(returned) == shown


def test_handler_gets_text_or_none() -> None:
    assert gr.Textbox().preprocess("a") == "a"
    assert gr.Textbox().preprocess(None) is None


@pytest.mark.parametrize("kind", ["password", "email"])
def test_passwords_and_addresses_have_one_line(kind: str) -> None:
    box = gr.Textbox(lines=3, max_lines=5)
    assert box.set_props({"type": kind})["type"] == kind
    assert (box.page_props()["lines"], box.page_props()["max_lines"]) == (1, 1)


def test_text_area_is_a_textbox_of_seven_lines() -> None:
    area = gr.TextArea()
    assert area.block_name == "textbox"
    assert (area.page_props()["lines"], area.page_props()["max_lines"]) == (7, 20)


def test_html_attributes_are_plain_json() -> None:
    attributes = gr.InputHTMLAttributes(autocomplete="off", tabindex=2)
    assert gr.Textbox(html_attributes=attributes).page_props()["html_attributes"] == {
        "autocapitalize": None,
        "autocorrect": None,
        "spellcheck": None,
        "autocomplete": "off",
        "tabindex": 2,
        "enterkeyhint": None,
        "lang": None,
    }
    assert gr.Textbox().page_props()["html_attributes"] is None
