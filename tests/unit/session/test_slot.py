"""One block in a session: its edits and updates."""

from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_the_visitors_edits_of_other_props_are_kept() -> None:
    with gr.Blocks() as demo:
        with gr.Accordion("More", open=False) as more:
            pass
        button, out = gr.Button(), gr.Textbox()
        more.expand(lambda: "open", None, out)
        button.click(lambda: gr.Accordion(label="Less"), None, more)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(more, "expand", open=True)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "open"
        assert page.props[more._id]["open"] is True
        assert page.props[more._id]["label"] == "Less"

    run(scenario)
