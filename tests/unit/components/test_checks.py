"""What the page, a link or a script may give each block, by its type."""

from __future__ import annotations

import json
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.components.base import Component
from pyblocks.layouts.form import Form
from pyblocks.tree.checks import Refused
from pyblocks.tree.tree import Block

UPDATE = {"__type__": "update", "sanitize_html": False, "value": "<img src=x onerror=alert(1)>"}
HUGE = 10**400
INFINITE = float("inf")
CHOICES: list[Any] = [("One", 1), "two"]

#: Each component: what it takes and makes of it, and what it refuses.
CASES: dict[str, tuple[Any, dict[Any, Any], list[Any]]] = {
    "textbox": (gr.Textbox(), {"a": "a", None: None, 3: "3"}, [UPDATE, ["a"], INFINITE]),
    "markdown": (gr.Markdown(), {"a": "a", None: None}, [UPDATE, ["a"]]),
    "button": (gr.Button(), {"a": "a"}, [UPDATE, []]),
    "deeplinkbutton": (gr.DeepLinkButton(), {"a": "a"}, [UPDATE]),
    "number": (gr.Number(), {2: 2, "2.5": 2.5, None: None}, ["x", True, INFINITE, -INFINITE, HUGE, "nan", [1], UPDATE]),
    "slider": (gr.Slider(5, 9), {6: 6, "7": 7.0, None: 5}, ["x", False, INFINITE, HUGE, UPDATE]),
    "timer": (gr.Timer(), {2: 2, None: None}, [-1, "x", INFINITE, UPDATE]),
    "checkbox": (gr.Checkbox(), {True: True, False: False, None: False}, [2, "true", [], UPDATE]),
    "radio": (gr.Radio(CHOICES), {1: 1, "two": "two", None: None}, ["One", 2, "", [1], UPDATE]),
    "checkboxgroup": (gr.CheckboxGroup(CHOICES), {(): [], (1, "two"): [1, "two"], None: []}, ["two", [3], [UPDATE]]),
    "dropdown": (gr.Dropdown(CHOICES), {1: 1, "two": "two", None: None}, ["three", "", ["two"], UPDATE]),
    "dropdown, several": (
        gr.Dropdown(CHOICES, multiselect=True),
        {(1,): [1], (): [], None: None},
        ["two", ["three"], [["two"]], [UPDATE]],
    ),
    "dropdown, None among the choices": (
        gr.Dropdown([("No one", None), "a"], multiselect=True),
        {(None,): [None], (None, "a"): [None, "a"]},
        [[""], [UPDATE]],
    ),
    "dropdown, any text": (
        gr.Dropdown(CHOICES, allow_custom_value=True),
        {1: 1, "three": "three", "": "", 4: "4"},
        [["two"], UPDATE, INFINITE],
    ),
    "dataset": (
        gr.Dataset(components=["textbox"], samples=[["a"], ["b"]]),
        {0: 0, 1: 1, None: None},
        [2, -1, "0", 1.0, True, UPDATE],
    ),
    "label": (gr.Label(), {None: None}, ["cat", UPDATE, {"label": "cat"}, [1]]),
    "navbar": (gr.Navbar(), {None: None, (("a", "b"),): [["a", "b"]]}, ["a", [["a"]], [["a", UPDATE]], UPDATE]),
    "html": (gr.HTML(), {"a": "a", None: None, (1, 2): [1, 2]}, []),
    "json": (gr.JSON(), {"a": "a", None: None, (1, 2): [1, 2]}, []),
    "state": (gr.State(), {1: 1}, []),
    "browserstate": (gr.BrowserState(), {1: 1}, []),
}


def as_page(value: Any) -> Any:
    return json.loads(json.dumps(value))


def block_names(base: type[Block]) -> set[str]:
    made = {cls for cls in vars(gr).values() if isinstance(cls, type) and issubclass(cls, base)}
    return {cls.block_name for cls in made} - {"block", "component", "form", "formcomponent"}


def test_every_component_is_here() -> None:
    assert {name.partition(",")[0] for name in CASES} == block_names(Component)


@pytest.mark.parametrize("name", CASES)
def test_a_component_takes_values_of_its_type(name: str) -> None:
    component, taken, _ = CASES[name]
    for value, expected in taken.items():
        made = component.check_value(as_page(value))
        assert made == expected
        assert type(made) is type(expected)


@pytest.mark.parametrize("name", CASES)
def test_a_component_refuses_values_of_other_types(name: str) -> None:
    component, _, refused = CASES[name]
    for value in refused:
        with pytest.raises(Refused, match=r"^takes .*, not "):
            component.check_value(value)


def test_a_label_takes_what_a_handler_makes_of_it() -> None:
    label = gr.Label()
    for value in ({"cat": 0.9, "dog": 0.1}, "cat", None):
        payload = label.postprocess(value)
        assert label.check_value(payload) == payload


def test_what_the_app_itself_had_put_there_may_stay() -> None:
    group = gr.CheckboxGroup(CHOICES)
    assert group.check_value(["gone", 1], before=["gone"]) == ["gone", 1]
    with pytest.raises(Refused):
        group.check_value(["gone", 1], before=["other"])


EDITED = {
    "textbox": {"value"},
    "number": {"value"},
    "slider": {"value"},
    "checkbox": {"value"},
    "radio": {"value"},
    "checkboxgroup": {"value"},
    "dropdown": {"value"},
    "dataset": {"value"},
    "html": {"value", "label", "visible", "props"},
    "tabs": {"selected"},
    "accordion": {"open"},
}


def test_a_visitor_changes_these_props_and_no_others() -> None:
    made = {cls for cls in [*vars(gr).values(), Form] if isinstance(cls, type) and issubclass(cls, Block)}
    edited = {cls.block_name: set(cls.edited_props) for cls in made if cls.edited_props}
    assert {name: props for name, props in edited.items() if name in block_names(Block)} == EDITED


@pytest.mark.parametrize(
    ("block", "prop", "value"),
    [
        (gr.Textbox(), "label", "x"),
        (gr.Textbox(), "type", "password"),
        (gr.Markdown(), "sanitize_html", False),
        (gr.Markdown(), "value", "x"),
        (gr.HTML(), "html_template", "${value}"),
        (gr.HTML(), "js_on_load", "x"),
        (gr.HTML(), "props", "x"),
        (gr.HTML(), "visible", "no"),
        (gr.HTML(), "label", {}),
        (gr.Button(), "link", "javascript:x"),
        (gr.Dropdown(), "allow_custom_value", True),
        (gr.Accordion(), "open", "x"),
        (gr.Accordion(), "label", "x"),
        (gr.Tabs(), "selected", {"a": 1}),
        (gr.State(), "value", 1),
        (gr.BrowserState(), "value", 1),
        (gr.Column(), "visible", True),
    ],
)
def test_a_prop_that_no_visitor_changes_stays(block: Block, prop: str, value: Any) -> None:
    with pytest.raises(Refused, match=r"^gr\.\w+\(.*\).*: it stays as it was\.$"):
        block.take_edit(prop, value)


@pytest.mark.parametrize(
    ("block", "prop", "value"),
    [
        (gr.HTML(), "props", {"n": 1}),
        (gr.HTML(), "visible", "hidden"),
        (gr.HTML(), "label", None),
        (gr.Accordion(), "open", True),
        (gr.Tabs(), "selected", "a"),
        (gr.Tabs(), "selected", 1),
    ],
)
def test_a_visitor_changes_other_props_too(block: Block, prop: str, value: Any) -> None:
    assert block.take_edit(prop, value) == value
