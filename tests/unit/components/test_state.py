"""State and BrowserState: what a session starts with."""

from __future__ import annotations

from threading import Lock
from typing import Any

import pytest

import pyblocks as gr


def test_each_session_starts_with_an_object_of_its_own() -> None:
    given: list[int] = []
    state = gr.State(given)
    given.append(1)
    first, second = state.initial_value(), state.initial_value()
    first.append(2)
    assert second == []
    assert state.initial_value() == []


def test_function_is_called_once_for_each_session_and_not_at_page_load() -> None:
    calls: list[int] = []

    def make() -> int:
        calls.append(1)
        return len(calls)

    with gr.Blocks() as demo:
        state = gr.State(make)
    assert (demo.dependencies, calls) == ([], [])
    assert [state.initial_value(), state.initial_value()] == [1, 2]


def test_value_that_cannot_be_copied_is_named() -> None:
    with pytest.raises(TypeError, match=r"gr\.State must be something that can be deep-copied, which lock can't be"):
        gr.State(Lock())


def test_states_are_not_shown() -> None:
    assert not gr.State().is_visible
    assert not gr.BrowserState().is_visible


def test_browser_state_starts_with_its_default_as_json_has_it() -> None:
    state = gr.BrowserState({"pair": (1, 2)}, storage_key="k")
    assert state.storage_key == "k"
    first = state.initial_value()
    assert first == {"pair": [1, 2]}
    first["pair"].append(3)
    assert state.initial_value() == {"pair": [1, 2]}


@pytest.mark.parametrize("value", ["", 0, False, None, []])
def test_browser_state_may_start_with_nothing_much(value: Any) -> None:
    assert gr.BrowserState(value).initial_value() == value


@pytest.mark.parametrize("value", [object(), float("nan"), {1, 2}, {1: "a"}])
def test_browser_state_that_is_not_json_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"default_value of gr\.BrowserState can't be kept: .*value"):
        gr.BrowserState(value)


def test_browser_state_takes_value_too(capsys: pytest.CaptureFixture[str]) -> None:
    state: Any = gr.BrowserState(value=[1])  # type: ignore[call-arg]
    assert state.default_value == [1]
    assert "default_value=" in capsys.readouterr().err
