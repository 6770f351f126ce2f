"""What all components share: the common props, a value, and its way to the page and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING, Any, ClassVar

from ..events import Event
from ..tree import Block, Key

if TYPE_CHECKING:
    from ..blocks import Blocks


class Component(Block):
    """A block with a value (Gradio's ``Component``).

    A subclass spells its signature, hands it on with ``super().__init__(**arguments(locals()))``, declares its events
    as attributes and overrides :meth:`preprocess` and :meth:`postprocess` where its value in Python is not its value
    in the page.

    Parameters:
        value: the first value, as :meth:`postprocess` takes it; a function is called at each page load to give it.
        label: the name above the component, and its accessible name; its type's name if None.
        info: a line of help under the label.
        show_label: whether the label is visible; it stays the accessible name when not.
        container: whether the component has a box with padding around it.
        scale: its share of the width among its neighbours in a Row; 0 or None never grows.
        min_width: in px; the Row wraps rather than make it narrower.
        interactive: whether the visitor can edit it; None infers it: an input of a listener, or nobody's output.
        visible: False leaves it out of the page; ``"hidden"`` keeps it in the page, not shown.
        elem_id: the ``id`` of its element, for CSS and JavaScript.
        elem_classes: class names of its element.
        render: False keeps it out of the tree until :meth:`~pyblocks.tree.Block.render` is called.
        key, preserved_by_key: for ``gr.render``: which component of the last rendering this is, and what it keeps.
        every: not here yet (timers).
        inputs: for a ``value`` function: its inputs; it is called again whenever one of them changes.
    """

    change = Event("change", trigger_mode="always_last")

    #: Whether the value is shown in the page; a State has none.
    is_visible: ClassVar[bool] = True
    #: Whether ``interactive=None`` may infer that the visitor can edit it.
    is_input: ClassVar[bool] = False
    #: The props besides ``value`` that the page may change by the visitor's hand, such as ``open`` of an Accordion.
    edited_props: ClassVar[tuple[str, ...]] = ("value",)

    label: str | None
    interactive: bool | None

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
        **props: Any,
    ) -> None:
        if every is not None:
            raise NotImplementedError(f"gr.{type(self).__name__}(every=...) is not in PyBlocks yet: remove it.")
        self.load_fn: Callable[..., Any] | None = value if callable(value) else None
        self.load_inputs = inputs
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
            **props,
        )

    def joined(self, root: Blocks) -> None:
        """Check the first value where the app's line is still in the traceback; listen to page load if it is a function."""
        self.initial_payload()
        if self.load_fn is not None:
            root.listen_to_inputs(fn=self.load_fn, inputs=self.load_inputs, outputs=self, show_progress="hidden")

    def initial_payload(self) -> Any:
        """The first value as the page has it."""
        return self.postprocess(self.value)

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

    def props(self) -> dict[str, Any]:
        """The props of the page's component; ``value`` as the page has it."""
        props = super().props()
        if "value" in props:
            props["value"] = self.initial_payload()
        return props


class FormComponent(Component):
    """A component that the visitor fills in; neighbours are drawn as one form (Gradio's ``FormComponent``)."""

    expected_parent = "form"
    is_input = True
