"""What all components share: the common props, a value, and its way to the page and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any, ClassVar

from ..tree.events import Event
from ..tree.tree import Block, Key, Root, as_list
from ..wire.codec import as_json
from ..wire.nesting import check_text


class Component(Block):
    """A block with a value (Gradio's ``Component``).

    A subclass spells its signature, hands it on with ``super().__init__(**arguments(locals()))``, declares its events
    as attributes and overrides :meth:`preprocess` and :meth:`postprocess` where its value in Python is not its value
    in the page.

    Parameters:
        value: the first value, as :meth:`postprocess` takes it; a function is called at each page load to give it.
        label: the name above the component, and its accessible name; its type's name if None.
        info: a line of help under the label.
        show_label: whether the label is visible; it stays the accessible name when not. None: if it has a container.
        container: whether the component has a box with padding around it.
        scale: its share of the width among its neighbours in a Row; 0 or None never grows.
        min_width: in px; the Row wraps rather than make it narrower.
        interactive: whether the visitor can edit it; None infers it: an input of a listener, or nobody's output.
        visible: False leaves it out of the page; ``"hidden"`` keeps it in the page, not shown.
        elem_id: the ``id`` of its element, for CSS and JavaScript.
        elem_classes: class names of its element.
        render: False keeps it out of the tree until :meth:`~pyblocks.tree.tree.Block.render` is called.
        key, preserved_by_key: for ``gr.render``: which component of the last rendering this is, and what it keeps.
        every: for a ``value`` function: seconds, or a ``gr.Timer``; it is called again at each tick.
        inputs: for a ``value`` function: its inputs; it is called again whenever one of them changes.
        buttons: names of the component's own buttons, such as ``"copy"``, and ``gr.Button`` for buttons of the app's,
            which move from their container to the component's corner. None: ``default_buttons``.
    """

    change = Event(trigger_mode="always_last")

    #: Whether the value is shown in the page; a State has none.
    is_visible: ClassVar[bool] = True
    #: Whether ``interactive=None`` may infer that the visitor can edit it.
    is_input: ClassVar[bool] = False
    #: The buttons that it has where ``buttons`` is None.
    default_buttons: ClassVar[tuple[str, ...]] = ()

    label: str | None
    interactive: bool | None
    buttons: list[str | Block]

    def __init__(
        self,
        value: Any = None,
        *,
        label: str | None = None,
        info: str | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int | None = None,
        interactive: bool | None = None,
        visible: bool | str = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        buttons: list[Any] | None = None,
        **props: Any,
    ) -> None:
        self.load_fn: Callable[..., Any] | None = value if callable(value) else None
        self.load_inputs = inputs
        self.load_every = every
        self.value = None if callable(value) else value
        super().__init__(
            label=label,
            info=info,
            show_label=bool(container) if show_label is None else show_label,
            container=container,
            scale=scale,
            min_width=min_width,
            interactive=interactive,
            visible=visible,
            elem_id=elem_id,
            elem_classes=elem_classes,
            render=render,
            key=key,
            preserved_by_key=preserved_by_key,
            buttons=buttons,
            **props,
        )
        for button in self.app_buttons:
            button.unrender()

    @property
    def app_buttons(self) -> list[Block]:
        """The app's own ``gr.Button`` among ``buttons``."""
        return [button for button in self.buttons if isinstance(button, Block)]

    def held_blocks(self) -> list[Block]:
        """The app's own buttons in this component's corner; for a component that holds others too, those."""
        return [*super().held_blocks(), *self.app_buttons]

    def joined(self, root: Root) -> None:
        """Check the first value while the app's line is in the traceback; listen to page load if it is a function."""
        self.initial_payload()
        if self.load_fn is not None:
            root.listen_to_inputs(
                fn=self.load_fn,
                inputs=self.load_inputs,
                every=self.load_every,
                beside=self,
                outputs=self,
                show_progress="hidden",
            )

    def initial_payload(self) -> Any:
        """The first value as the page has it."""
        return self.postprocess(self.value)

    def check_edit(self, name: str, value: Any, before: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.check_edit`."""
        return self.check_value(value, before) if name == "value" else super().check_edit(name, value, before)

    def check_value(self, payload: Any, before: Any = None) -> Any:
        """What the page, a link or a script gives as the value: what :meth:`preprocess` may rely on.

        Here it is any JSON; a component with a value of some type overrides this.

        Parameters:
            before: the value that it had until now.

        Raises:
            Refused: it is no such value; the message follows the component's name.
        """
        return payload

    def preprocess(self, payload: Any) -> Any:
        """The page's value as a handler gets it.

        Raises:
            Error: it is not a value that this component allows.
        """
        return payload

    def postprocess(self, value: Any) -> Any:
        """What a handler returned as the page's value: JSON.

        Raises:
            TypeError, ValueError: it is not a value that this component can show.
        """
        return value

    def as_example(self, value: Any) -> Any:
        """A value as a ``gr.Dataset`` shows it, in short: text, or other JSON."""
        return value

    def flag(self, payload: Any, flag_dir: str | Path = "") -> str:
        """The page's value ``payload`` as the cell of a CSV file; see :meth:`read_from_flag`."""
        if payload is None or payload == {}:
            return ""
        return payload if isinstance(payload, str) else json.dumps(as_json(payload), ensure_ascii=False)

    def read_from_flag(self, payload: str) -> Any:
        """What :meth:`flag` wrote, as a handler would return it."""
        try:
            check_text(payload)
            return json.loads(payload) if payload else None
        except ValueError:
            return payload

    def normalise(self, name: str, value: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.normalise`."""
        if name != "buttons":
            return super().normalise(name, value)
        buttons = list(self.default_buttons) if value is None else as_list(value)
        for button in buttons:
            if not isinstance(button, (str, Block)):
                raise TypeError(f"{self}: buttons holds names and gr.Button, not {type(button).__name__}: {button!r}.")
        return buttons

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`; a button of the app's is ``{"id": its id}``."""
        if name == "value":
            return self.initial_payload()
        if name == "buttons":
            return [button if isinstance(button, str) else {"id": self._id_of(button)} for button in self.buttons]
        return super().prop(name)

    def _id_of(self, button: Block) -> int:
        if button.root is None:
            raise ValueError(f"{self}: create its button {button} inside 'with gr.Blocks():', not in a handler.")
        return button._id


class FormComponent(Component):
    """A component that the visitor fills in; neighbours are drawn as one form (Gradio's ``FormComponent``)."""

    expected_parent = "form"
    edited_props = frozenset({"value"})
    is_input = True
