from __future__ import annotations

from typing import Any

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_it_empties_components_and_gives_a_state_its_default_again() -> None:
    numbers = iter(range(10))
    seen: list[Any] = []
    with gr.Blocks() as demo:
        name, cart, ticket = gr.Textbox("Ada"), gr.State([]), gr.State(lambda: next(numbers))
        add, look = gr.Button(), gr.Button()
        clear = gr.ClearButton([name, cart, ticket])
        add.click(lambda value: [*value, "Milk"], cart, cart)
        look.click(lambda *values: seen.append(values), [cart, ticket])

    async def scenario() -> None:
        page = FakePage(demo)
        for button in (add, look, clear, look):
            page.emit(button, "click")
            await settle()
        assert seen == [(["Milk"], 0), ([], 1)]
        assert page.value(name) in (None, "")

    run(scenario)


def test_clearing_a_state_is_a_change_if_it_was_not_empty() -> None:
    sizes: list[int] = []
    with gr.Blocks() as demo:
        cart, add = gr.State([]), gr.Button()
        clear = gr.ClearButton(cart)
        add.click(lambda value: [*value, "Milk"], cart, cart)
        cart.change(lambda value: sizes.append(len(value)), cart)

    async def scenario() -> None:
        page = FakePage(demo)
        for button in (clear, add, clear, clear):
            page.emit(button, "click")
            await settle()
        assert sizes == [1, 0]

    run(scenario)


def test_clearing_a_browser_state_makes_the_browser_forget_it() -> None:
    with gr.Blocks() as demo:
        stored, save = gr.BrowserState("default", storage_key="k"), gr.Button()
        clear = gr.ClearButton()
        clear.add(stored)
        save.click(lambda: "mine", None, stored)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(save, "click")
        await settle()
        assert page.stored.texts == {"k": '"mine"'}
        page.emit(clear, "click")
        await settle()
        assert page.stored.texts == {}
        assert page.session.slot(stored).argument(None, True) == "default"

    run(scenario)
