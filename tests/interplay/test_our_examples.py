"""The apps in ``examples/`` take whatever a visitor may enter, nothing above all: no click ends in an error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.app.blocks import current_launcher
from pyblocks.tree.tree import Block

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/app.py"))
#: A button that is there to show what an error looks like.
SHOWS_ERROR = "Fail"
#: Events of the visitor's, those that edit a value first.
EVENTS = ("input", "change", "submit", "click")


def launched(path: Path, monkeypatch: pytest.MonkeyPatch) -> gr.Blocks:
    """What an example launches."""
    roots: list[gr.Blocks] = []
    monkeypatch.setitem(sys.modules, "gradio", gr)
    current_launcher.set(lambda root, options: roots.append(root))
    exec(compile(path.read_text("utf-8"), str(path), "exec"), {"__name__": "__main__"})
    (root,) = roots
    return root


def emptied(block: Block) -> Any:
    """What a visitor can leave a field with; a choice of one stays chosen."""
    if isinstance(block, gr.Textbox):
        return ""
    if isinstance(block, gr.Number):
        return None
    if isinstance(block, gr.Dataset):
        return 0
    return [] if isinstance(block, gr.CheckboxGroup) or getattr(block, "multiselect", False) else ...


def odd(block: Block) -> Any:
    """What a visitor hardly enters, but can."""
    if isinstance(block, gr.Textbox):
        return "\n \U0001f600 <b>'\"{}"[: getattr(block, "max_length", None)]
    if isinstance(block, gr.Slider):
        return block.minimum + 0.5
    if isinstance(block, gr.Dataset):
        return len(block.samples) - 1
    return -1e300 if isinstance(block, gr.Number) else ...


async def use(page: FakePage, root: gr.Blocks, fill: Any) -> None:
    """Fill in every field, and set off all that listens to it or to a button, with the buttons in turn."""
    heard = {(target.source, target.event) for each in root.dependencies for target in each.targets}
    blocks = list(root.blocks.values())
    for block in blocks:
        value = fill(block)
        if value is not ... and page.props[block._id].get("interactive") is not False:
            page.emit(block, "input", value=value)
            await settle()
    for event in EVENTS:
        for block in blocks:
            if (block, event) in heard and getattr(block, "value", None) != SHOWS_ERROR:
                page.emit(block, event)
                await settle()
                errors = [text for level, text in page.toasts if level == "error"]
                assert errors == [], f"{event} of {block}"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_nothing_that_is_entered_ends_in_an_error(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # what is flagged is written here
    root = launched(path, monkeypatch)

    async def scenario() -> None:
        page = FakePage(root)
        page.load()
        await settle()
        for fill in (emptied, odd, emptied):
            await use(page, root, fill)

    monkeypatch.setattr("time.sleep", lambda seconds: None)
    run(scenario)
