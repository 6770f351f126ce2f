"""Buttons that need a server: there, and honest."""

from __future__ import annotations

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


@pytest.mark.parametrize(
    ("kind", "said"), [(gr.DuplicateButton, "There is no Space"), (gr.LoginButton, "Nobody can sign in")]
)
def test_a_click_says_why_nothing_happens(kind: type[gr.Button], said: str) -> None:
    with gr.Blocks() as demo:
        button = kind()

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        ((level, message),) = page.toasts
        assert level == "warning"
        assert said in message

    run(scenario)


def test_apps_of_other_servers_can_not_be_loaded() -> None:
    with pytest.raises(NotImplementedError, match=r"gr.load\('models/x'\) needs a server"):
        gr.load("models/x")
    with pytest.raises(NotImplementedError, match="needs a server that keeps your key"):
        gr.load_chat("http://localhost", "x")
