from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_a_click_runs_its_function_and_shows_the_result() -> None:
    with gr.Blocks() as demo:
        name, out, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda text: f"Hello {text}!", name, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(name, "Ada")
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "Hello Ada!"
        assert [m["stage"] for m in page.sent("status")] == ["pending", "complete"]

    run(scenario)


def test_the_cart_changes_its_size_through_a_state_that_is_never_sent() -> None:
    with gr.Blocks() as demo:
        cart = gr.State([])
        items = gr.CheckboxGroup(["Cereal", "Milk", "Orange Juice", "Water"])
        button = gr.Button("Add Items")
        size = gr.Number(label="Cart Size")
        button.click(lambda new, previous: previous + new, [items, cart], cart)
        cart.change(len, cart, size)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(items, ["Milk", "Water"])
        for expected in (2, 4):
            page.emit(button, "click")
            await settle()
            assert page.value(size) == expected
        assert not any("Milk" in str(m) for m in page.messages)
        assert "state" not in {each["type"] for each in page.config["components"]}
        fresh = FakePage(demo)
        fresh.type(items, ["Milk"])
        fresh.emit(button, "click")
        await settle()
        assert fresh.value(size) == 1

    run(scenario)


def test_module_globals_are_shared_by_all_events_of_the_page() -> None:
    visitors = 0

    def count() -> int:
        nonlocal visitors
        visitors += 1
        return visitors

    with gr.Blocks() as demo:
        number, button = gr.Number(), gr.Button()
        demo.load(count, None, number)
        button.click(count, None, number)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        page.emit(button, "click")
        await settle()
        assert page.value(number) == 2

    run(scenario)


def test_choices_set_by_an_update_are_those_a_handler_may_get() -> None:
    with gr.Blocks() as demo:
        pick, out, button, go = gr.Radio(["a"]), gr.Textbox(), gr.Button(), gr.Button()
        button.click(lambda: gr.update(choices=["b", ("C", "c")], value="b"), None, pick)
        go.click(lambda picked: picked, pick, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.props[pick._id]["choices"] == [["b", "b"], ["C", "c"]]
        page.type(pick, "c")
        page.emit(go, "click")
        await settle()
        assert page.value(out) == "c"

    run(scenario)
