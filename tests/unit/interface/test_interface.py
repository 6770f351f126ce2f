"""``gr.Interface``: what it is made of, and what its buttons do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def shape(demo: gr.Blocks) -> Any:
    """The page's layout as nested type names; buttons by their texts."""
    page = FakePage(demo)
    parts = {each["id"]: each for each in page.config["components"]}

    def nested(node: Any) -> Any:
        part = parts[node["id"]]
        name = part["props"]["value"] if part["type"] == "button" else part["type"]
        children = [nested(child) for child in node.get("children", [])]
        return (name, *children) if children else name

    return nested(page.config["layout"])[1:]


def button(demo: gr.Blocks, text: str) -> gr.Button:
    found = [block for block in demo.blocks.values() if isinstance(block, gr.Button) and block.value == text]
    assert len(found) == 1, f"{len(found)} buttons {text!r}"
    return found[0]


def echo(text: Any) -> Any:
    return text


INPUT = ("column", ("column", ("form", "textbox")), ("row", "Clear", "Submit"))
OUTPUT = ("column", ("form", "textbox"), ("row", "Flag"))


def test_inputs_are_left_and_outputs_right_with_gradios_buttons() -> None:
    assert shape(gr.Interface(echo, "textbox", "text")) == (("row", INPUT, OUTPUT),)


def test_title_and_description_are_above_examples_and_article_below() -> None:
    demo = gr.Interface(echo, "textbox", "text", ["a"], title="T", description="D", article="A")
    assert shape(demo) == ("markdown", "markdown", ("row", INPUT, OUTPUT), "dataset", "markdown")
    assert demo.title == "T"


def test_without_inputs_the_buttons_are_below_the_outputs_and_submit_generates() -> None:
    demo = gr.Interface(lambda: 1, None, "textbox")
    assert shape(demo) == (("row", ("column", ("form", "textbox"), ("row", "Clear", "Generate", "Flag"))),)


def test_without_outputs_nothing_can_be_flagged() -> None:
    assert shape(gr.Interface(echo, "textbox", None)) == (("row", INPUT),)


def test_inputs_that_are_the_outputs_are_shown_once() -> None:
    box = gr.Textbox()
    column = ("column", ("column", ("form", "textbox")), ("row", "Clear", "Submit", "Flag"))
    demo = gr.Interface(lambda text: text * 2, box, box)
    assert shape(demo) == (("row", column),)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(box, "ab")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(box) == "abab"

    run(scenario)


def test_neither_inputs_nor_outputs() -> None:
    with pytest.raises(ValueError, match="needs inputs or outputs"):
        gr.Interface(lambda: None, None, None)


def test_live_has_no_submit() -> None:
    demo = gr.Interface(echo, "textbox", "text", live=True, flagging_mode="never")
    assert shape(demo)[0][1][2] == ("row", "Clear")


def test_additional_inputs_are_in_an_accordion_that_is_closed() -> None:
    demo = gr.Interface(echo, "textbox", "text", additional_inputs=["slider"], additional_inputs_accordion="More")
    assert shape(demo)[0][1][1] == ("column", ("form", "textbox"), ("accordion", ("form", "slider")))
    (accordion,) = (block for block in demo.blocks.values() if isinstance(block, gr.Accordion))
    assert accordion.page_props()["label"] == "More"
    assert accordion.page_props()["open"] is False


def test_texts_of_buttons_and_buttons() -> None:
    go = gr.Button("Go", variant="stop")
    demo = gr.Interface(echo, "textbox", "text", submit_btn=go, clear_btn="Empty", flagging_options=["good", "bad"])
    assert shape(demo)[0][1][2] == ("row", "Empty", "Go")
    assert shape(demo)[0][2][2] == ("row", "Flag as good", "Flag as bad")
    assert gr.Interface(echo, "text", "text", flagging_options=[("No!", "bad")]).flagging_options == [("No!", "bad")]
    hidden = gr.Interface(echo, "text", "text", clear_btn=None)
    assert button(hidden, "Clear").visible is False


def test_labels_are_the_parameters_names_and_output() -> None:
    def fn(word: str, other_word: str, request: gr.Request) -> Any: ...

    demo = gr.Interface(fn, ["text", gr.Textbox(label="Own")], ["text", gr.Label()])
    assert [each.label for each in demo.input_components] == ["word", "Own"]
    assert [each.label for each in demo.output_components] == ["output 0", "output 1"]
    assert gr.Interface(echo, "text", "text").output_components[0].label == "output"


def test_outputs_can_not_be_edited() -> None:
    demo = gr.Interface(echo, "textbox", "text")
    page = FakePage(demo)
    assert [page.props[each._id]["interactive"] for each in (*demo.input_components, *demo.output_components)] == [
        True,
        False,
    ]


def test_submit_and_enter_run_the_function_and_clear_empties_both_sides() -> None:
    demo = gr.Interface(lambda text, times: text * int(times), ["text", gr.Number(2)], "text")
    text, times, output = *demo.input_components, demo.output_components[0]

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(text, "ab")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(output) == "abab"
        page.type(times, 3)
        page.emit(times, "submit")
        await settle()
        assert page.value(output) == "ababab"
        page.emit(button(demo, "Clear"), "click")
        await settle()
        assert (page.value(text), page.value(times), page.value(output)) == ("", None, "")

    run(scenario)


def test_live_runs_at_each_change() -> None:
    demo = gr.Interface(str.upper, "text", "text", live=True)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(demo.input_components[0], "ab")
        await settle()
        assert page.value(demo.output_components[0]) == "AB"

    run(scenario)


async def forever(text: str) -> AsyncIterator[str]:
    while True:
        yield text
        await asyncio.sleep(0.001)


def twice(text: str) -> Iterator[str]:
    yield text
    yield text * 2


def test_a_generator_has_stop_in_place_of_submit_while_it_runs() -> None:
    demo = gr.Interface(forever, "text", "text")
    submit, stop = button(demo, "Submit"), button(demo, "Stop")

    async def scenario() -> None:
        page = FakePage(demo)

        def visible() -> tuple[bool, bool]:
            return page.props[submit._id]["visible"], page.props[stop._id]["visible"]

        assert visible() == (True, False)
        page.type(demo.input_components[0], "ab")
        page.emit(submit, "click")
        await asyncio.sleep(0.02)
        assert visible() == (False, True)
        assert page.value(demo.output_components[0]) == "ab"
        page.emit(stop, "click")
        await asyncio.sleep(0.02)
        assert visible() == (True, False)

    run(scenario)


def test_when_a_generator_ends_submit_is_back() -> None:
    demo = gr.Interface(twice, "text", "text", stop_btn="Halt")

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(demo.input_components[0], "ab")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(demo.output_components[0]) == "abab"
        assert page.props[button(demo, "Submit")._id]["visible"] is True
        assert page.props[button(demo, "Halt")._id]["visible"] is False

    run(scenario)


@pytest.mark.parametrize(
    ("inputs", "outputs"),
    [(["textbox", gr.State([])], ["textbox", gr.State()]), (["textbox", "state"], ["textbox", "state"])],
)
def test_state_is_the_function_s_own_between_runs(inputs: Any, outputs: Any) -> None:
    def remember(word: str, history: list[str] | None) -> Any:
        history = [*(history or []), word]
        return ", ".join(history), history

    demo = gr.Interface(remember, inputs, outputs)
    output = demo.output_components[0]
    assert output.label == "output 0"

    async def scenario() -> None:
        page = FakePage(demo)
        for word in ("a", "b"):
            page.type(demo.input_components[0], word)
            page.emit(button(demo, "Submit"), "click")
            await settle()
        assert page.value(output) == "a, b"
        page.emit(button(demo, "Clear"), "click")
        await settle()
        page.type(demo.input_components[0], "c")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(output) == "c"

    run(scenario)


@pytest.mark.parametrize("rows", [["a", "b"], [["a"], ["b"]], [["a", None], ["b", ["old"]]]])
def test_examples_beside_a_state_leave_it_alone_and_are_not_cached(rows: list[Any]) -> None:
    def remember(word: str, words: list[str]) -> tuple[str, list[str]]:
        return ",".join([*words, word]), [*words, word]

    async def visit() -> None:
        with pytest.warns(UserWarning, match="with a State, examples are not cached"):
            demo = gr.Interface(remember, ["text", gr.State([])], ["text", "state"], rows, cache_examples=True)
        assert demo.examples_handler
        page = FakePage(demo)
        word, output = demo.input_components[0], demo.output_components[0]
        for index in (0, 1):
            page.emit(demo.examples_handler.dataset, "click", {"index": index}, value=index)
            await settle()
            page.emit(button(demo, "Submit"), "click")
            await settle()
        assert page.props[word._id]["value"] == "b"
        assert page.props[output._id]["value"] == "a,b"

    run(visit)


def test_an_empty_list_of_examples_shows_none() -> None:
    assert shape(gr.Interface(echo, "textbox", "text", [])) == (("row", INPUT, OUTPUT),)


def test_a_state_on_one_side_only() -> None:
    with pytest.raises(ValueError, match="one among its inputs and one among its outputs, not 1 and 0"):
        gr.Interface(echo, gr.State(), "text")


def test_the_deep_link_button_waits_for_a_result() -> None:
    demo = gr.Interface(echo, "text", "text", deep_link="Send")
    (link,) = (block for block in demo.blocks.values() if isinstance(block, gr.DeepLinkButton))

    async def scenario() -> None:
        page = FakePage(demo)
        assert page.props[link._id]["interactive"] is False
        assert page.props[link._id]["value"] == "Send"
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.props[link._id]["interactive"] is True

    run(scenario)


def test_in_blocks_it_is_part_of_them() -> None:
    with gr.Blocks() as demo:
        box = gr.Textbox(label="Outer")
        inner = gr.Interface(str.upper, box, "text", flagging_mode="never")
        copied = gr.Textbox()
        inner.output_components[0].change(echo, inner.output_components[0], copied)
    assert demo.children == [inner, copied]

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(box, "ab")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(copied) == "AB"

    run(scenario)


def test_rendered_in_other_blocks_its_listeners_are_theirs() -> None:
    inner = gr.Interface(str.upper, "text", "text")
    with gr.Blocks() as demo, gr.Row():
        inner.render()

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(inner.input_components[0], "ab")
        page.emit(button(demo, "Submit"), "click")
        await settle()
        assert page.value(inner.output_components[0]) == "AB"

    run(scenario)


def test_tabs_of_apps() -> None:
    first, second = gr.Interface(str.upper, "text", "text"), gr.Blocks()
    demo = gr.TabbedInterface([first, second], ["A", "B"], title="T", tabs_kwargs={"selected": 1}, css="x")
    assert [type(child).__name__ for child in demo.children] == ["Markdown", "Tabs"]
    tabs = demo.children[1]
    assert isinstance(tabs, gr.Tabs)
    assert tabs.page_props()["selected"] == 1
    assert [(child.page_props()["label"], child.children) for child in tabs.children if isinstance(child, gr.Tab)] == [
        ("A", [first]),
        ("B", [second]),
    ]
    assert demo.page_options == {"css": "x"}
    names = [
        child.page_props()["label"]
        for child in gr.TabbedInterface([gr.Blocks(), gr.Blocks()]).children[0].held_blocks()
        if isinstance(child, gr.Tab)
    ]
    assert names == ["Tab 0", "Tab 1"]
    with pytest.raises(ValueError, match="1 apps and 2 tab_names"):
        gr.TabbedInterface([gr.Blocks()], ["A", "B"])


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"inputs": "textbocks"}, "has no component 'textbocks'. Did you mean 'textbox'?"),
        ({"inputs": "image"}, "has no component 'image'.$"),
        ({"inputs": [], "outputs": None}, "needs inputs or outputs"),
        ({"inputs": gr.Row(render=False)}, "not layouts such as"),
        ({"inputs": 3}, "not iterable"),
        ({"inputs": [3]}, "A component is gr.Textbox"),
        ({"inputs": "row"}, "not layouts"),
        ({"fn": "echo"}, "takes a function, not str"),
        ({"flagging_mode": "always"}, "'manual', 'auto' or 'never'"),
        ({"flagging_options": ["a", ("b", "c")]}, "flagging_options are all"),
    ],
)
def test_bad_arguments(arguments: dict[str, Any], error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error.replace("?", r"\?")):
        usual: dict[str, Any] = {"fn": echo, "inputs": "text", "outputs": "text"}
        gr.Interface(**(usual | arguments))


def test_older_spellings(capsys: pytest.CaptureFixture[str]) -> None:
    demo = gr.Interface(echo, "text", "text", ["a"], allow_flagging="never", cache_examples="lazy")  # type: ignore[arg-type]
    assert demo.flagging_mode == "never"
    assert demo.examples_handler is not None
    assert demo.examples_handler.cache_mode == "lazy"
    assert "flagging_mode=" in capsys.readouterr().err
