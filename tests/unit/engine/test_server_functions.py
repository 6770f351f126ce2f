"""Calls of a script in the page to the app's functions."""

from __future__ import annotations

import asyncio

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_a_script_of_the_page_can_call_the_functions_that_the_app_names() -> None:
    async def later(text: str) -> str:
        await asyncio.sleep(0)
        return text.upper()

    def fail() -> None:
        raise ValueError("no")

    with gr.Blocks() as demo:
        html = gr.HTML(server_functions=[later, fail])

    async def scenario() -> None:
        page = FakePage(demo)
        page.call(html, 1, "later", "abc")
        page.call(html, 2, "fail")
        page.call(html, 3, "print", "abc")
        await settle()
        answers = {m["call"]: (m["value"], m["error"]) for m in page.sent("result")}
        assert answers[1] == ("ABC", None)
        assert answers[2] == (None, "no")
        assert "no server function 'print'" in answers[3][1]

    run(scenario)
