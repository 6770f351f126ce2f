"""What all components share: the first value, labels, buttons, updates."""

from __future__ import annotations

from typing import Any

import pytest

import pyblocks as gr


def update(component: gr.components.Component, **changes: Any) -> dict[str, Any]:
    """The props that the page gets for ``gr.update(**changes)``."""
    return component.set_props(changes)


def test_label_is_shown_unless_there_is_no_container() -> None:
    assert gr.Textbox().page_props()["show_label"] is True
    assert gr.Textbox(container=False).page_props()["show_label"] is False
    assert gr.Textbox(container=False, show_label=True).page_props()["show_label"] is True


def test_one_class_name_is_a_list_of_one_also_in_an_update() -> None:
    assert gr.Textbox(elem_classes="wide").page_props()["elem_classes"] == ["wide"]
    assert update(gr.Textbox(), elem_classes="wide") == {"elem_classes": ["wide"]}
    assert update(gr.Textbox(elem_classes="wide"), elem_classes=None) == {"elem_classes": []}


def test_page_gets_no_argument_that_is_only_pythons() -> None:
    props = gr.Textbox(render=False, key="k", inputs=[]).page_props()
    assert not props.keys() & {"render", "key", "inputs", "every", "preserved_by_key"}


def test_update_sets_what_it_names_and_nothing_else() -> None:
    box = gr.Textbox("a", label="Name", lines=2)
    assert update(box, label="City", value=3) == {"label": "City", "value": "3"}
    assert box.page_props()["lines"] == 2
    assert box.page_props()["label"] == "City"


def test_update_with_an_instance_passes_what_was_written() -> None:
    assert gr.Textbox(visible=True).passed == {"visible": True}
    assert gr.Textbox("a", lines=1).passed == {"value": "a", "lines": 1}
    assert gr.TextArea(label="Text").passed == {"label": "Text"}
    assert gr.Dropdown(["a"]).passed == {"choices": ["a"]}


def test_update_with_render_or_key_leaves_the_block_itself_alone() -> None:
    box = gr.Textbox()
    assert update(box, render=False, key="k", label="Name") == {"label": "Name"}
    assert callable(box.render)


def test_update_of_what_a_component_does_not_have_is_named() -> None:
    with pytest.raises(TypeError, match=r"gr\.Textbox\(\) has no 'colour' to update; it has: value, type, lines"):
        update(gr.Textbox(), colour="red")


def test_values_of_type_are_checked_in_updates_too() -> None:
    with pytest.raises(ValueError, match=r"gr\.Textbox\(type='pin'\): type is one of text, password, email"):
        update(gr.Textbox(), type="pin")


class Name(gr.Textbox):
    """An app's own subclass with an ``__init__`` of its own shape."""

    def __init__(self, person: str, **kwargs: Any) -> None:
        super().__init__(label=f"Name of {person}", **kwargs)


def test_subclass_of_an_app_has_the_props_of_its_base() -> None:
    name = Name("Ada", lines=3)
    assert name.page_props().keys() == gr.Textbox().page_props().keys()
    assert name.page_props()["label"] == "Name of Ada"
    assert name.passed == {"label": "Name of Ada", "lines": 3}
    assert name.block_name == "textbox"


def test_value_function_gives_the_value_at_page_load() -> None:
    with gr.Blocks() as demo:
        box = gr.Textbox(lambda: "now")
    [dependency] = demo.dependencies
    assert box.initial_payload() == ""
    assert dependency.outputs == (box,)
    assert (demo, "load") in dependency.targets
    assert dependency() == "now"


def test_value_function_with_inputs_follows_their_changes() -> None:
    with gr.Blocks() as demo:
        name = gr.Textbox()
        gr.Markdown(lambda name: f"Hello {name}", inputs=name)
    assert (name, "change") in demo.dependencies[0].targets
    assert demo.dependencies[0].inputs == (name,)


def test_wrong_first_value_fails_where_the_component_is_created() -> None:
    with gr.Blocks(), pytest.raises(gr.Error, match="Invalid JSON string"):
        gr.JSON("{")


def test_every_is_seconds_or_a_timer() -> None:
    with gr.Blocks(), pytest.raises(TypeError, match=r"gr\.Textbox\(\): every is a number of seconds or a gr\.Timer"):
        gr.Textbox(lambda: "", every="1s")


def test_apps_button_moves_to_the_component_and_keeps_its_events() -> None:
    with gr.Blocks() as demo:
        mine = gr.Button("Mine")
        mine.click(lambda: None)
        box = gr.Textbox(buttons=["copy", mine])
    assert demo.children == [box]
    assert box.page_props()["buttons"] == ["copy", {"id": mine._id}]
    assert demo.blocks[mine._id] is mine
    assert demo.dependencies[0].targets == ((mine, "click"),)


def test_button_that_was_not_rendered_joins_the_app_with_its_component() -> None:
    mine = gr.Button("Mine", render=False)
    box = gr.Textbox(buttons=[mine], render=False)
    with gr.Blocks() as demo:
        box.render()
    assert demo.children == [box]
    assert demo.blocks[mine._id] is mine


def test_button_made_in_a_handler_is_refused() -> None:
    with gr.Blocks():
        box = gr.Textbox(label="Name")
    with pytest.raises(ValueError, match=r"gr\.Textbox\('Name'\): create its button gr\.Button\(\) inside"):
        update(box, buttons=[gr.Button("New")])


def test_buttons_hold_names_and_buttons_only() -> None:
    with pytest.raises(TypeError, match=r"buttons holds names and gr\.Button, not int: 3"):
        gr.Textbox(buttons=[3])
