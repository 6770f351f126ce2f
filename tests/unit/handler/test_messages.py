"""What a handler tells the visitor, by a message or by raising."""

from __future__ import annotations

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_messages_reach_the_visitor_and_the_handler_goes_on() -> None:
    def talk() -> str:
        gr.Info("info", duration=3)
        gr.Warning("warning")
        gr.Success("success", visible=False)
        return "done"

    with gr.Blocks() as demo:
        button, out = gr.Button(), gr.Textbox()
        button.click(talk, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.toasts == [("info", "info"), ("warning", "warning")]
        assert page.sent("toast")[0]["duration"] == 3
        assert page.value(out) == "done"

    run(scenario)


def test_an_exception_is_shown_with_its_traceback_and_harms_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise KeyError("missing")

    with gr.Blocks() as demo:
        bad, good, out = gr.Button(), gr.Button(), gr.Textbox()
        bad.click(fail, None, out)
        good.click(lambda: "fine", None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(bad, "click")
        await settle()
        (toast,) = page.sent("toast")
        assert (toast["level"], toast["message"]) == ("error", "'missing'")
        assert "in fail" in toast["details"]
        assert "runner.py" not in toast["details"]
        assert page.sent("status")[-1]["stage"] == "error"
        page.emit(good, "click")
        await settle()
        assert page.value(out) == "fine"

    run(scenario)
    assert "KeyError: 'missing'" in capsys.readouterr().err


def test_gr_error_is_the_apps_own_message() -> None:
    def fail() -> None:
        raise gr.Error("Too many", title="Sorry", duration=None, print_exception=False)

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(fail)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        (toast,) = page.sent("toast")
        assert toast == {"type": "toast", "level": "error", "title": "Sorry", "message": "Too many", "duration": None}

    run(scenario)
