"""Every public name has Gradio's parameters and events: those of ``tests/gradio-6.31.json``, got by introspection."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.components.deeplinkbutton import LINK_ICON
from pyblocks.tree.events import EventListener, events_of

GRADIO: dict[str, Any] = json.loads((Path(__file__).parents[1] / "gradio-6.31.json").read_text("utf-8"))
NAMES: dict[str, Any] = GRADIO["names"]
METHODS: dict[str, Any] = NAMES["Blocks"]["methods"]
#: The one default whose ``repr()`` says where it lives: Dropdown's "no value given".
DEFAULT_VALUE = "<gradio.components.dropdown.DefaultValue object>"
#: What PyBlocks has and Gradio has not: names, and parameters after Gradio's own.
OUR_NAMES = {"StorageError"}
OUR_PARAMETERS = {"BrowserState": ["keyword_only sync = True"], "TabbedInterface": ["var_keyword kwargs"]}
#: Where Gradio's default is a file of its own.
ICONS = {"link.svg": LINK_ICON, "huggingface-logo.svg": None}
#: Bases for an app's own classes, whose constructors spell nothing.
BASES = {"Component", "FlaggingCallback"}
PUBLIC = [name for name in gr.__all__ if name not in OUR_NAMES | BASES]
#: Their defaults are in tables of their own (see test_themes.py).
THEMES = {f"themes.{name}": params for name, params in GRADIO["themes"].items()} | {"Theme": NAMES["Theme"]["params"]}

#: What to compare: a title, ours, and Gradio's parameters.
SIGNATURES: list[tuple[str, Callable[..., Any], list[dict[str, Any]]]] = [
    *(
        (name, getattr(gr, name), NAMES[name]["params"])
        for name in PUBLIC
        if "params" in NAMES[name] and name != "Theme"
    ),
    *(
        (f"{name}.{method}", getattr(getattr(gr, name), method), NAMES[name]["methods"][method])
        for name, methods in {
            "Blocks": ("launch", "queue", "unload", "route"),
            "CSVLogger": ("setup", "flag"),
            "SimpleCSVLogger": ("setup", "flag"),
            "FlaggingCallback": ("setup", "flag"),
        }.items()
        for method in methods
    ),
    *((f"Progress.{name}", getattr(gr.Progress, name), p) for name, p in NAMES["Progress"]["methods"].items()),
    ("Button.click", EventListener.__call__, GRADIO["event_listeners"]["Button.click"]),
    ("Blocks.load", EventListener.__call__, METHODS["load"][1:]),
]
WITH_EVENTS = [name for name in PUBLIC if "events" in NAMES[name]]


def spelled(function: Callable[..., Any]) -> list[str]:
    """Each parameter as ``kind name = default``."""
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name != "self"]
    return [f"{p.kind.name.lower()} {p.name}{default(p)}" for p in parameters]


def default(parameter: inspect.Parameter) -> str:
    return "" if parameter.default is parameter.empty else f" = {parameter.default!r}"


def expected(parameter: dict[str, Any]) -> str:
    """A parameter of the JSON likewise."""
    text = f"{parameter.get('kind', 'positional_or_keyword')} {parameter['name']}"
    if "default" not in parameter:
        return text
    if "<site-packages>" in parameter["default"]:  # an icon, which each draws for itself
        icon = Path(parameter["default"].strip("'")).name
        return f"{text} = {ICONS[icon]!r}"
    return f"{text} = {parameter['default'].replace(DEFAULT_VALUE, 'DEFAULT_VALUE')}"


@pytest.mark.parametrize(("name", "ours", "parameters"), SIGNATURES, ids=[s[0] for s in SIGNATURES])
def test_parameters_are_gradios(name: str, ours: Callable[..., Any], parameters: list[dict[str, Any]]) -> None:
    assert spelled(ours) == [*map(expected, parameters), *OUR_PARAMETERS.get(name, [])]


@pytest.mark.parametrize("name", THEMES)
def test_themes_take_gradios_parameters(name: str) -> None:
    ours = attrgetter(name)(gr)
    assert {p.split(" = ")[0] for p in spelled(ours)} == {f"{p['kind']} {p['name']}" for p in THEMES[name]}


@pytest.mark.parametrize("name", WITH_EVENTS)
def test_events_are_gradios(name: str) -> None:
    assert sorted(events_of(getattr(gr, name))) == sorted(event["name"] for event in NAMES[name]["events"])


@pytest.mark.parametrize("name", ["Checkboxgroup", "Json", "TabItem", "Text"])
def test_alias_is_the_class_that_it_is_in_gradio(name: str) -> None:
    assert getattr(gr, name) is getattr(gr, NAMES[name]["real_name"])


def test_every_public_name_is_a_name_of_gradios() -> None:
    assert [name for name in PUBLIC if name not in NAMES] == []


def test_every_component_and_layout_of_this_package_is_public() -> None:
    here = {*gr.components.__all__, *gr.layouts.__all__} - {"FormComponent", "Form", "get_component_instance"}
    assert here <= set(gr.__all__)
