"""Button: its text and its icon."""

from __future__ import annotations

from pathlib import Path

import pytest

import pyblocks as gr


@pytest.mark.parametrize(("value", "text"), [("Go", "Go"), (3, "3"), (None, "")])
def test_text(value: object, text: str) -> None:
    assert gr.Button().postprocess(value) == text


def test_is_called_run() -> None:
    assert gr.Button().page_props()["value"] == "Run"


def test_icon_is_an_address_or_a_file_of_the_app(tmp_path: Path) -> None:
    icon = tmp_path / "icon.svg"
    icon.write_text("<svg/>", "utf-8")
    assert gr.Button(icon=icon).page_props()["icon"] == "data:image/svg+xml;base64,PHN2Zy8+"
    assert gr.Button(icon="https://example.org/icon.png").page_props()["icon"] == "https://example.org/icon.png"
    assert gr.Button().page_props()["icon"] is None


def test_missing_icon_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.png"):
        gr.Button(icon="nowhere.png").page_props()
