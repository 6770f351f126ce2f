"""What the page hears of a run's progress."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


@pytest.mark.parametrize(("show_progress", "stages"), [("full", 2), ("minimal", 2), ("hidden", 0)])
def test_the_page_hears_of_progress_unless_it_is_hidden(show_progress: Any, stages: int) -> None:
    with gr.Blocks() as demo:
        out, elsewhere, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda: None, None, out, show_progress=show_progress)
        demo.load(lambda: None, show_progress=show_progress, show_progress_on=elsewhere)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        page.load()
        await settle()
        assert [m["dependency"] for m in page.sent("status")].count(0) == stages
        assert [m["dependency"] for m in page.sent("status")].count(1) == stages
        assert page.config["dependencies"][1]["show_progress_on"] == [elsewhere._id]

    run(scenario)
