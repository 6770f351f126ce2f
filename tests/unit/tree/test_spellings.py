"""Gradio 5's spellings work, and say once what Gradio 6's are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.tree import spellings

GRADIO5: Any = gr  # whose older arguments no type checker knows


@pytest.fixture(autouse=True)
def _nothing_told_yet() -> Iterator[None]:
    spellings._tell.cache_clear()
    yield
    spellings._tell.cache_clear()


@pytest.mark.parametrize("component", ["Textbox", "TextArea", "Markdown"])
def test_show_copy_button(component: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = getattr(GRADIO5, component)(show_copy_button=True)
    assert made.page_props()["buttons"] == ["copy"]
    said = capsys.readouterr().err
    assert said == f"PyBlocks: {component}(show_copy_button=...) is an older spelling; Gradio 6's is buttons=['copy']\n"


def test_show_reset_button() -> None:
    assert GRADIO5.Slider(show_reset_button=False).page_props()["buttons"] == []
    assert GRADIO5.Slider(show_reset_button=True).page_props()["buttons"] == ["reset"]


def test_show_copy_button_joins_the_buttons_that_are_given() -> None:
    assert GRADIO5.Textbox(buttons=["mine"], show_copy_button=True).page_props()["buttons"] == ["mine", "copy"]
    assert GRADIO5.Textbox(buttons=["copy"], show_copy_button=True).page_props()["buttons"] == ["copy"]


def test_it_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        GRADIO5.Textbox(show_copy_button=True)
    assert capsys.readouterr().err.count("\n") == 1


def test_update_with_an_older_spelling() -> None:
    assert GRADIO5.Textbox(show_copy_button=True).passed == {"buttons": ["copy"]}


def test_show_api_of_an_event(capsys: pytest.CaptureFixture[str]) -> None:
    with gr.Blocks() as demo:
        GRADIO5.Button().click(lambda: None, show_api=False)
    assert len(demo.dependencies) == 1
    assert "api_visibility=" in capsys.readouterr().err


def test_newer_spellings_say_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    gr.Textbox(buttons=["copy"])
    gr.BrowserState([1])
    assert capsys.readouterr().err == ""


def test_misspelled_arguments_are_still_errors() -> None:
    with pytest.raises(TypeError, match="show_paste_button"):
        GRADIO5.Textbox(show_paste_button=True)
