"""``gr.HTML``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event, EventListener, Trigger
from ..tree.signature import arguments
from ..tree.tree import PYTHON_ONLY, Block, Container, Key
from ..wire.codec import as_json
from .base import Component


class HTML(Component, Container):
    """HTML of the app's own, with values filled in (Gradio's ``HTML``). A handler gets and returns any JSON.

    A container too: what is created inside ``with`` it takes the place of ``@children`` in the template.

    Parameters:
        label: its accessible name.
        html_template: HTML with ``${value}`` and the other ``props`` by name, ``{{#if}}`` and ``{{#each}}``.
        css_template: CSS for this component alone, filled in likewise.
        js_on_load: JavaScript to run once it is in the page, with ``element``, ``props`` and ``trigger(event, data)``;
            an event of any name that it triggers is an attribute: ``trigger("poked")``, ``html.poked(fn)``.
        apply_default_css: whether its contents have the app's typography.
        min_height, max_height: in px; beyond, it scrolls.
        padding: whether the box has padding, if there is one.
        autoscroll: whether it scrolls to the end when its value changes.
        head: HTML for the page's head, such as a script that it needs.
        server_functions: functions that ``js_on_load`` can call: ``await server.name(...)``, with JSON both ways.
        props: what else the templates can name; ``gr.update(name=...)`` changes it.
    """

    block_name = "html"
    edited_props = frozenset({"value", "label", "visible", "props"})
    input = Event()
    click = Event()
    double_click = Event()
    submit = Event()
    stop = Event()
    edit = Event()
    clear = Event()
    play = Event()
    pause = Event()
    end = Event()
    start_recording = Event()
    pause_recording = Event()
    stop_recording = Event()
    focus = Event()
    blur = Event()
    upload = Event()
    release = Event()
    select = Event()
    stream = Event(trigger_mode="multiple", show_progress="minimal")
    like = Event()
    example_select = Event()
    option_select = Event()
    load = Event()
    key_up = Event(trigger_mode="always_last")
    apply = Event()
    delete = Event()
    tick = Event(show_progress="hidden")
    undo = Event()
    retry = Event()
    expand = Event()
    collapse = Event()
    download = Event()
    copy = Event()

    props: dict[str, Any]
    server_functions: list[Callable[..., Any]] | None

    def __init__(
        self,
        value: Any = None,
        *,
        label: str | None = None,
        html_template: str = "${value}",
        css_template: str = "",
        js_on_load: str | None = "element.addEventListener('click', function() { trigger('click') });",
        apply_default_css: bool = True,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool = False,
        scale: int | None = None,
        min_width: int | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        min_height: int | None = None,
        max_height: int | None = None,
        container: bool = False,
        padding: bool = False,
        autoscroll: bool = False,
        buttons: list[Any] | None = None,
        head: str | None = None,
        server_functions: list[Callable[..., Any]] | None = None,
        **props: Any,
    ) -> None:
        super().__init__(**arguments(locals()))

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """See :meth:`~pyblocks.tree.tree.Block.prop_names`."""
        return (*super().prop_names(), "props")

    def __getattr__(self, name: str) -> EventListener:
        """The event ``name``, if ``js_on_load`` has it in quotes: it may trigger events of any name.

        Raises:
            AttributeError: it has not.
        """
        if re.search(rf"""(["'`]){re.escape(name)}\1""", vars(self).get("js_on_load") or ""):
            return EventListener(Trigger(self, name))
        raise AttributeError(
            f"gr.{type(self).__name__} has no {name!r}. For an event of your own, "
            f"name it in js_on_load: trigger('{name}')."
        )

    def server_function(self, name: str) -> Callable[..., Any]:
        """The one of ``server_functions`` with that name.

        Raises:
            LookupError: there is none.
        """
        for function in self.server_functions or ():
            if function.__name__ == name:
                return function
        raise LookupError(f"{self} has no server function {name!r}: name it in server_functions=[...].")

    def set_props(self, changes: dict[str, Any]) -> dict[str, Any]:
        """See :meth:`~pyblocks.tree.tree.Block.set_props`; what is not an argument is one of ``props``."""
        own = self.own_arguments()
        filled_in = changes.keys() - {*self.prop_names(), *PYTHON_ONLY, *(own - self.props.keys())}
        self._keep_own({name: changes[name] for name in filled_in & own})
        named = {name: value for name, value in changes.items() if name not in filled_in}
        if filled_in:
            named["props"] = self.props | {name: changes[name] for name in changes if name in filled_in}
        return super().set_props(named)

    def check_edit(self, name: str, value: Any, before: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.check_edit`; ``js_on_load`` may set whatever it can read."""
        if name == "props" and not isinstance(value, dict):
            raise checks.refusal("props by name", value)
        if name == "visible" and value != "hidden":
            return checks.boolean(value)
        if name == "label":
            return checks.text(value)
        return super().check_edit(name, value, before) if name == "value" else value

    def preprocess(self, payload: Any) -> Any:
        """The value; a copy, which the handler may change."""
        return as_json(payload)

    def postprocess(self, value: Any) -> Any:
        """The value as JSON has it."""
        return as_json(value)
