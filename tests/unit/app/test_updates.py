"""What counts as an update, and what an update changes."""

from __future__ import annotations

import json
import pickle
from copy import copy, deepcopy
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, run, settle
from pyblocks.app.updates import Update
from pyblocks.app.validate import Validation, validation_errors

#: What a visitor, a link or a file may hold.
HOSTILE: dict[str, Any] = {"__type__": "update", "sanitize_html": False, "value": "<img src=x onerror=alert(1)>"}


@pytest.mark.parametrize("value", [HOSTILE, [HOSTILE], json.loads(json.dumps(gr.update(**HOSTILE)))])
@pytest.mark.parametrize("number", [1, 2])
def test_a_dict_that_looks_like_an_update_is_a_value(value: Any, number: int) -> None:
    with gr.Blocks() as demo:
        texts = [gr.Markdown("old") for _ in range(number)]
        kept, data, button = gr.State(), gr.JSON(), gr.Button()
        outputs = [*texts, kept, data]
        button.click(lambda: [value] * len(outputs), None, outputs)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert [page.value(text) for text in texts] == [str(value)] * number
        assert page.props[texts[0]._id]["sanitize_html"] is True
        assert page.session.slot(kept).argument(None, True) == value
        assert page.value(data) == value

    run(scenario)


@pytest.mark.parametrize(
    "make",
    [
        lambda update: update,
        lambda update: update.copy(),
        lambda update: update | {"label": "new"},
        copy,
        deepcopy,
        lambda update: pickle.loads(pickle.dumps(update)),
    ],
)
def test_an_update_that_the_app_copies_is_one(make: Any) -> None:
    update = make(gr.update(value="new", visible=False))
    assert isinstance(update, Update)
    with gr.Blocks() as demo:
        text, button = gr.Textbox("old", label="new"), gr.Button()
        button.click(lambda: update, None, text)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert page.value(text) == "new"
        assert page.props[text._id]["visible"] is False
        assert page.props[text._id]["label"] == "new"

    run(scenario)


def test_an_update_is_read_and_written_as_gradio_s_is() -> None:
    update = gr.update(value=1)
    update["label"] = "a"
    assert update["value"] == 1
    assert update == {"value": 1, "label": "a", "__type__": "update"}
    assert gr.skip() == {"__type__": "update"}


def test_only_validate_makes_what_a_validator_says() -> None:
    with gr.Blocks() as demo:
        text = gr.Textbox()
        dependency = text.change(lambda x: x, text, text)
    assert demo.dependencies == [dependency]
    said = gr.validate(False, "no")
    assert isinstance(said, Validation)
    assert validation_errors(dependency, said) == [(text._id, "no")]
    assert validation_errors(dependency, dict(said)) == [(text._id, None)]


# A component as an update: what the app's own call wrote


class Note(gr.HTML):
    def __init__(self, value: str = "empty", color: str = "black", items: Any = None, **kwargs: Any) -> None:
        self.items = items
        super().__init__(value=value, color=color, items=items, **kwargs, html_template="<p>${value}</p>")


class Greeting(gr.Textbox):
    """Makes its value, and the page's, of an argument of its own."""

    def __init__(self, name: str = "you", **kwargs: Any) -> None:
        self.name = name
        super().__init__(value=f"Hello {name}", **kwargs)

    def postprocess(self, value: Any) -> str:
        return f"{value}, {self.name}"


class Named(Greeting):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, info="constant", **kwargs)


class Percent(gr.Number):
    def __init__(self, value: float = 0, **kwargs: Any) -> None:
        super().__init__(value * 100, precision=0, **kwargs)


@pytest.mark.parametrize(
    ("made", "passed"),
    [
        (lambda: Note("third"), {"value": "third"}),
        (lambda: Note(items=["z"]), {"items": ["z"]}),
        (lambda: Note("second", "red", ["x"]), {"value": "second", "color": "red", "items": ["x"]}),
        (lambda: Note(visible=False), {"visible": False}),
        (lambda: Greeting("Bo"), {"value": "Hello Bo", "name": "Bo"}),
        (lambda: Greeting(label="L"), {"label": "L"}),
        (lambda: Named("Bo"), {"value": "Hello Bo", "info": "constant"}),
        (lambda: Named(lines=2), {"lines": 2}),
        (lambda: Percent(0.5), {"value": 50.0}),
        (lambda: Percent(label="L"), {"label": "L"}),
        (lambda: gr.Textbox(visible=True), {"visible": True}),
        (lambda: gr.TextArea("v"), {"value": "v"}),
    ],
)
def test_a_component_means_what_was_written_for_any_subclass(made: Any, passed: dict[str, Any]) -> None:
    assert made().passed == passed


def test_a_subclass_returned_by_a_handler_changes_what_the_handler_wrote() -> None:
    with gr.Blocks() as demo:
        note, greeting = Note("first", color="red", items=["i"]), Greeting("Al", label="Label")
        buttons = [gr.Button() for _ in range(4)]
        buttons[0].click(lambda: Note("third"), None, note)
        buttons[1].click(lambda: Note(items=["z"]), None, note)
        buttons[2].click(lambda: Greeting(label="Renamed"), None, greeting)
        buttons[3].click(lambda: Greeting("Bo"), None, greeting)

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, buttons[0])
        assert page.props[note._id]["value"] == "third"
        assert page.props[note._id]["props"] == {"color": "red", "items": ["i"]}
        await click(page, buttons[1])
        assert page.props[note._id]["value"] == "third"
        assert page.props[note._id]["props"] == {"color": "red", "items": ["z"]}
        await click(page, buttons[2])
        assert (page.value(greeting), page.props[greeting._id]["label"]) == ("Hello Al, Al", "Renamed")
        await click(page, buttons[3])
        assert page.value(greeting) == "Hello Bo, Bo"
        assert page.toasts == []

    run(scenario)


def test_an_argument_that_a_subclass_does_not_have_is_an_error() -> None:
    with pytest.raises(TypeError, match="has no 'nam' to update"):
        Greeting().set_props({"nam": "Bo"})


def test_updates_components_and_skip_change_only_what_they_say() -> None:
    with gr.Blocks() as demo:
        a, b, c, button = gr.Textbox("a"), gr.Textbox("b"), gr.Textbox("c"), gr.Button()
        button.click(lambda: (gr.update(visible=False), gr.Textbox(label="New"), gr.skip()), None, [a, b, c])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.sent("update")[0]["patches"] == [[a._id, {"visible": False}], [b._id, {"label": "New"}]]
        assert [page.value(each) for each in (a, b, c)] == ["a", "b", "c"]

    run(scenario)


def test_too_few_values_are_refused_by_name() -> None:
    with gr.Blocks() as demo:
        a, b, button = gr.Textbox(label="First"), gr.Textbox(label="Second"), gr.Button()
        button.click(lambda: "only one", None, [a, b])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        ((_, message),) = page.toasts
        assert "needed: 2, returned: 1" in message
        assert "gr.Textbox('Second')" in message

    run(scenario)


def test_too_many_values_are_said_by_name_and_the_first_ones_count(capsys: pytest.CaptureFixture[str]) -> None:
    with gr.Blocks() as demo:
        a, b, many, none = gr.Textbox(label="First"), gr.Textbox(label="Second"), gr.Button("Many"), gr.Button("None")
        many.click(lambda: ("one", "two", "three"), None, [a, b])
        none.click(lambda: "lost")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(many, "click")
        page.emit(none, "click")
        await settle()
        assert (page.value(a), page.value(b), page.toasts) == ("one", "two", [])
        told = capsys.readouterr().out
        assert "(click of gr.Button()) returned too many values (needed: 2, returned: 3)" in told
        assert "gr.Textbox('First'), gr.Textbox('Second')" in told
        assert "returned 'lost', but has no outputs" in told

    run(scenario)


def test_skip_alone_leaves_all_outputs_as_they_are() -> None:
    with gr.Blocks() as demo:
        a, b, button = gr.Textbox("a"), gr.Textbox("b"), gr.Button()
        button.click(gr.skip, None, [a, b])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert (page.value(a), page.value(b), page.toasts) == ("a", "b", [])

    run(scenario)
