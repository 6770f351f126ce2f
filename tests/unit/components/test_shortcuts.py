"""Components by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import pyblocks as gr
from pyblocks.components import component, get_component_instance
from pyblocks.components.shortcuts import component_class

GRADIO = json.loads((Path(__file__).parents[2] / "gradio-6.31.json").read_text("utf-8"))
SHORTCUTS = {name: real for name, real in GRADIO["string_shortcuts"].items() if isinstance(real, str)}


@pytest.mark.parametrize("name", [name for name, real in SHORTCUTS.items() if real in gr.__all__])
def test_every_shortcut_of_gradios_whose_component_is_here(name: str) -> None:
    assert component_class(name).__name__ == SHORTCUTS[name]


@pytest.mark.parametrize("name", ["text", "TextBox", "check_box"])
def test_aliases_cases_and_underscores(name: str) -> None:
    assert component_class(name) in (gr.Textbox, gr.Checkbox)


def test_a_name_that_is_none_of_them() -> None:
    with pytest.raises(ValueError, match=r"no component 'chekbox'. Did you mean 'checkbox'\?"):
        component_class("chekbox")


def test_whether_it_is_rendered() -> None:
    with gr.Blocks() as demo:
        shown = component("textbox", True)
        component("textbox", False)
        given = gr.Number()
        assert get_component_instance(given) is given
        get_component_instance(given, unrender=True)
        made = get_component_instance({"name": "textbox", "label": "Name"})
    assert demo.children == [shown]
    assert isinstance(made, gr.Textbox)
    assert made.label == "Name"


def test_something_else() -> None:
    with pytest.raises(TypeError, match=r"A component is gr.Textbox\(\) or its like"):
        get_component_instance(3)  # type: ignore[arg-type]
