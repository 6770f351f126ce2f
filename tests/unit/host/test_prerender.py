"""What an app is before anybody came."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pyblocks.host.prerender import first_screen


@pytest.fixture(autouse=True)
def interpreter_as_before() -> Iterator[None]:
    folder, path, main, finders = Path.cwd(), list(sys.path), sys.modules["__main__"], list(sys.meta_path)
    yield
    os.chdir(folder)
    sys.path[:] = path
    sys.modules["__main__"] = main
    sys.meta_path[:] = finders


def result(folder: Path, source: str) -> dict[str, Any]:
    (folder / "app.py").write_text(source)
    loaded = json.loads(asyncio.run(first_screen(str(folder / "app.py"))))
    assert isinstance(loaded, dict)
    return loaded


def test_each_launched_app_has_its_config(tmp_path: Path) -> None:
    (tmp_path / "name.txt").write_text("Ünal")
    source = """
import pyblocks as gr
for title in ("One", "Two"):
    with gr.Blocks(title=title) as demo:
        gr.BrowserState("default", secret="s")
        gr.Textbox(open("name.txt", encoding="utf-8").read(), label=title)
        demo.load(lambda: 1 / 0)
    demo.launch()
"""
    configs = result(tmp_path, source)["configs"]
    assert [config["title"] for config in configs] == ["One", "Two"]
    (textbox,) = (each for each in configs[1]["components"] if each["type"] == "textbox")
    assert textbox["props"]["value"] == "Ünal"


def test_eagerly_cached_results_of_examples_are_files(tmp_path: Path) -> None:
    source = """
import pyblocks as gr
with gr.Blocks() as demo:
    word, length = gr.Textbox(), gr.Number()
    gr.Examples(["one", "three"], word, length, len, cache_examples=True)
    gr.Examples(["two"], word, length, len, cache_examples=True, cache_mode="lazy")
demo.launch()
"""
    ((name, text),) = result(tmp_path, source)["files"].items()
    assert name.startswith(".gradio/cached_examples/")
    assert json.loads(text) == [[{"value": 3}], [{"value": 5}]]


def test_the_same_app_gives_the_same(tmp_path: Path) -> None:
    source = "import pyblocks as gr\nwith gr.Blocks() as demo:\n    gr.State([])\n    gr.Number(1)\ndemo.launch()"
    assert result(tmp_path, source) == result(tmp_path, source)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("import js\n", "app.py, line 1: ModuleNotFoundError: No module named 'js'"),
        ("print()", "app.py launches nothing"),
        (
            "import pyblocks as gr\nother = gr.Textbox()\nwith gr.Blocks() as demo:\n"
            "    gr.Button().click(print, other)\ndemo.launch()",
            "ValueError: print ",
        ),
    ],
)
def test_why_there_is_none_is_one_line(tmp_path: Path, source: str, error: str) -> None:
    told = result(tmp_path, source)["error"]
    assert told.startswith(error)
    assert "\n" not in told
