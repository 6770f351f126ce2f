"""``LocalContext``: what code far from a handler can ask for."""

from __future__ import annotations

from typing import Any

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.app.context import Context, LocalContext


def test_code_far_from_the_handler_can_ask_for_its_event() -> None:
    seen: list[tuple[Any, ...]] = []

    def deep() -> None:
        context = LocalContext
        request = context.request.get()
        seen.append((request and request.session_hash, context.event_id.get(), context.blocks.get()))
        assert context.in_event_listener.get() is (request is not None)
        assert context.progress.get() is None

    with gr.Blocks() as demo:
        assert Context.root_block is demo
        button = gr.Button()
        button.click(deep)
    deep()

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()
        assert seen[0] == (None, None, None)
        assert seen[1][0] == seen[2][0] == page.session.request.session_hash
        assert seen[1][1] != seen[2][1]
        assert seen[1][2] is demo

    run(scenario)
