"""HTML: any value, props of the app's own, children."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle


def test_value_is_any_json() -> None:
    assert gr.HTML("<b>").page_props()["value"] == "<b>"
    assert gr.HTML(3).page_props()["value"] == 3
    assert gr.HTML().postprocess({"a": (1, 2)}) == {"a": [1, 2]}
    assert gr.HTML().preprocess({"a": 1}) == {"a": 1}


def test_handler_may_change_what_it_gets() -> None:
    html, payload = gr.HTML(), {"items": [1]}
    html.preprocess(payload)["items"].append(2)
    assert payload == {"items": [1]}


def test_own_props_go_to_the_templates_and_updates_add_to_them() -> None:
    card = gr.HTML(html_template="<b>${title}</b>", title="Hi", size=1)
    assert card.page_props()["props"] == {"title": "Hi", "size": 1}
    assert card.set_props({"title": "Bye", "visible": False}) == {
        "visible": False,
        "props": {"title": "Bye", "size": 1},
    }
    assert gr.HTML(title="Bye").passed == {"title": "Bye"}


def test_update_leaves_the_props_of_other_visitors_alone() -> None:
    card = gr.HTML(title="Hi")
    before = card.props
    card.set_props({"title": "Bye"})
    assert before == {"title": "Hi"}


def test_is_a_container() -> None:
    with gr.Blocks() as demo, gr.HTML(html_template="<div>@children</div>") as card:
        box = gr.Textbox()
    assert demo.children == [card]
    assert card.children == [box]
    assert box._id in demo.blocks


def test_server_functions_are_found_by_name() -> None:
    def shout(text: str) -> str:
        return text.upper()

    html = gr.HTML(server_functions=[shout])
    assert html.server_function("shout")("a") == "A"
    with pytest.raises(LookupError, match="no server function 'print'"):
        html.server_function("print")


def test_an_event_of_any_name_that_the_script_triggers_can_be_listened_to() -> None:
    pressed: list[Any] = []
    with gr.Blocks() as demo:
        top = gr.HTML(7, js_on_load="element.onclick = () => trigger('poked')")
        out, count = gr.Textbox(), gr.Number(2)
        top.poked(str, top, out)

        @gr.render(count)
        def show(number: float) -> None:
            inner = gr.HTML(js_on_load='trigger("pressed", {what: "H"}); trigger(`second`)')

            def note(event: gr.EventData) -> None:
                pressed.append((event.what, number))

            gr.on([inner.pressed, inner.second], note)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        page.emit(top, "poked")
        [inner] = [block for block in page.session.blocks.values() if isinstance(block, gr.HTML) and block is not top]
        page.emit(inner, "pressed", {"what": "H1"})
        await settle()
        page.emit(inner, "second", {"what": "H2"})
        await settle()
        assert page.value(out) == "7"
        assert pressed == [("H1", 2), ("H2", 2)]

    run(scenario)


@pytest.mark.parametrize("name", ["poke", "__deepcopy__", "tolist"])
def test_an_event_that_the_script_does_not_name_is_an_error(name: str) -> None:
    html = gr.HTML(js_on_load="trigger('poked')")
    assert copy(html).poked.trigger.event == "poked"
    with pytest.raises(AttributeError, match="name it in js_on_load"):
        getattr(html, name)
