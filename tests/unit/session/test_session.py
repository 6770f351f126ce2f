from __future__ import annotations

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def counter(total: list[int]) -> tuple[gr.Blocks, gr.Button, gr.Number]:
    """An app that counts in a State, and in a list that several apps share."""
    with gr.Blocks() as demo:
        state, button, mine = gr.State(0), gr.Button(), gr.Number()

        def count(n: int) -> tuple[int, int]:
            total.append(1)
            return n + 1, n + 1

        button.click(count, state, [state, mine])
    return demo, button, mine


def test_several_apps_in_a_page_have_their_own_states_and_share_the_modules_globals() -> None:
    total: list[int] = []

    async def scenario() -> None:
        pages = []
        for clicks in (2, 3):
            demo, button, mine = counter(total)
            page = FakePage(demo)
            for _ in range(clicks):
                page.emit(button, "click")
                await settle()
            pages.append((page, mine))
        assert [page.value(mine) for page, mine in pages] == [2, 3]
        assert len(total) == 5

    run(scenario)


def test_two_views_of_one_app_have_their_own_states() -> None:
    demo, button, mine = counter([])

    async def scenario() -> None:
        first, second = FakePage(demo), FakePage(demo)
        for page in (first, first, second):
            page.emit(button, "click")
            await settle()
        assert (first.value(mine), second.value(mine)) == (2, 1)

    run(scenario)


def test_a_default_function_that_raises_stops_the_start() -> None:
    with gr.Blocks() as demo:
        gr.State(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        FakePage(demo)


def test_messages_name_a_state_by_its_place_and_others_by_their_label() -> None:
    with gr.Blocks() as demo:
        text, first, second = gr.Textbox(label="Name"), gr.State(), gr.BrowserState()
    session = FakePage(demo).session
    assert [session.name(block) for block in (text, first, second)] == [
        "gr.Textbox('Name')",
        "gr.State() number 1",
        "gr.BrowserState() number 2",
    ]
