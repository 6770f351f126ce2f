"""What ``gr.render`` keeps of blocks without a key, which are made again in the same layout."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle

Made = dict[str, Any]


def rendered(make: Callable[[int], Made]) -> tuple[gr.Blocks, gr.Number, Made]:
    """An app that renders what ``make`` makes of a number, and the blocks as made last."""
    made: Made = {}
    with gr.Blocks() as demo:
        number = gr.Number(1)

        @gr.render(inputs=number)
        def show(n: int) -> None:
            made.clear()
            made.update(make(n))

    return demo, number, made


def typed_then_rendered(make: Callable[[int], Made], *names: str) -> tuple[Made, Made, dict[str, Any]]:
    """Type into all the fields of ``names``, render again: the blocks before and after, and the new values."""
    demo, number, made = rendered(make)
    found: list[Any] = []

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        for name in names:
            page.type(made[name], f"typed {name}")
        await settle()
        before = dict(made)
        page.type(number, 2)
        await settle()
        assert page.toasts == []
        found.extend([before, dict(made), {name: page.value(made[name]) for name in names if name in made}])

    run(scenario)
    return found[0], found[1], found[2]


def test_what_was_typed_stays_where_the_call_gives_no_value() -> None:
    def make(n: int) -> Made:
        with gr.Row(), gr.Column():
            inside = gr.Textbox(label="Inside")
        return {"plain": gr.Textbox(label="Plain"), "given": gr.Textbox("given", label="Given"), "inside": inside}

    before, after, values = typed_then_rendered(make, "plain", "given", "inside")
    assert values == {"plain": "typed plain", "given": "given", "inside": "typed inside"}
    assert all(before[name]._id == after[name]._id for name in before)


def test_the_page_keeps_the_text_itself_with_what_is_typed_meanwhile() -> None:
    demo, number, made = rendered(lambda n: {"plain": gr.Textbox(label="Plain")})

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        page.type(made["plain"], "typed")
        page.type(number, 2)
        await settle()
        (sent,) = (each for each in page.sent("render")[-1]["components"] if each["id"] == made["plain"]._id)
        assert "value" not in sent["props"]

    run(scenario)


@pytest.mark.parametrize("looks", [{"info": "help"}, {"placeholder": "here"}, {"interactive": True}, {"lines": 3}])
def test_other_looks_are_no_other_field(looks: dict[str, Any]) -> None:
    _, _, values = typed_then_rendered(
        lambda n: {"plain": gr.Textbox(label="Plain", **looks if n == 2 else {})}, "plain"
    )
    assert values == {"plain": "typed plain"}


def test_another_label_or_type_is_another_field() -> None:
    def make(n: int) -> Made:
        kind = gr.Textbox if n == 1 else gr.Dropdown
        return {"named": gr.Textbox(label=f"Name {n}"), "kind": kind(label="Kind")}

    before, after, values = typed_then_rendered(make, "named", "kind")
    assert values == {"named": "", "kind": None}
    assert all(before[name]._id != after[name]._id for name in before)


def test_fields_find_themselves_when_others_come_before_them() -> None:
    def make(n: int) -> Made:
        made: Made = {}
        for item in ["new", "a", "b"] if n == 2 else ["a", "b"]:
            with gr.Row():
                made[item] = gr.Textbox(label=f"Note on {item}")
        return made

    _, _, values = typed_then_rendered(make, "a", "b")
    assert values == {"a": "typed a", "b": "typed b"}


def test_fields_that_are_all_alike_are_taken_in_their_order() -> None:
    def make(n: int) -> Made:
        return {str(i): gr.Textbox(label="Note") for i in range(3 if n == 1 else 2)}

    _, _, values = typed_then_rendered(make, "0", "1", "2")
    assert values == {"0": "typed 0", "1": "typed 1"}


def test_what_a_listener_wrote_starts_anew_with_its_state() -> None:
    def make(n: int) -> Made:
        state, shown, go = gr.State(0), gr.Number(label="Count"), gr.Button("More")
        go.click(lambda count: (count + 1, count + 1), state, [state, shown])
        return {"shown": shown, "go": go}

    demo, number, made = rendered(make)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        for count in (1, 2):
            page.emit(made["go"], "click")
            await settle()
            assert page.value(made["shown"]) == count
        page.type(number, 2)
        await settle()
        assert page.value(made["shown"]) == 0
        page.emit(made["go"], "click")
        await settle()
        assert page.value(made["shown"]) == 1

    run(scenario)


def test_an_accordion_stays_as_the_visitor_left_it_unless_the_call_says_so() -> None:
    def make(n: int) -> Made:
        with gr.Accordion("Free") as free:
            gr.Markdown("inside")
        return {"free": free, "said": gr.Accordion("Said", open=False)}

    demo, number, made = rendered(make)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        page.emit(made["free"], "collapse", open=False)
        page.emit(made["said"], "expand", open=True)
        page.type(number, 2)
        await settle()
        assert not page.props[made["free"]._id]["open"]
        assert not page.props[made["said"]._id]["open"]

    run(scenario)
