"""``gr.Dropdown``."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .choices import ChoiceComponent, Choices, listed, pairs


class DefaultValue:
    """Says that no value was given, where None means that nothing is selected (Gradio's ``DefaultValue``)."""

    def __repr__(self) -> str:
        return "DEFAULT_VALUE"


DEFAULT_VALUE = DefaultValue()


class Dropdown(ChoiceComponent):
    """A list to choose from, with search (Gradio's ``Dropdown``). A handler gets and returns a value, or None.

    Parameters:
        value: the value selected first, several for ``multiselect``; the first choice if left out, nothing if None.
        multiselect: whether several can be selected; the handler gets a list then.
        allow_custom_value: whether the visitor can type a value that is not among the choices.
        max_choices: most that can be selected, for ``multiselect``.
        num_choices_shown: most that are listed at once; None for all.
        filterable: whether typing searches the choices; always for ``allow_custom_value``.
    """

    block_name = "dropdown"
    input = Event()
    select = Event()
    focus = Event()
    blur = Event()
    key_up = Event(trigger_mode="always_last")

    multiselect: bool | None
    allow_custom_value: bool
    filterable: bool

    def __init__(
        self,
        choices: Choices | None = None,
        *,
        value: str
        | int
        | float
        | Sequence[str | int | float]
        | Callable[..., Any]
        | DefaultValue
        | None = DEFAULT_VALUE,
        type: Literal["value", "index"] = "value",
        multiselect: bool | None = None,
        allow_custom_value: bool = False,
        max_choices: int | None = None,
        num_choices_shown: int | None = 100,
        filterable: bool = True,
        label: str | None = None,
        info: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        interactive: bool | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        buttons: list[Any] | None = None,
    ) -> None:
        given = arguments(locals())
        given["choices"] = pairs(choices)
        if isinstance(value, DefaultValue):
            first = given["choices"][0][1] if given["choices"] else None
            given["value"] = [] if multiselect else first
        super().__init__(**given)

    def check_value(self, payload: Any, before: Any = None) -> Any:
        """A choice or, where the visitor may make up their own, text; a list of them for ``multiselect``; None."""
        if payload is None:
            return None
        old = before if isinstance(before, list) else [before]
        if not self.multiselect:
            return self.check_choice(payload, old, self.allow_custom_value)
        each = checks.listed(payload, "a list of choices")
        return [self.check_choice(value, old, self.allow_custom_value) for value in each]

    def preprocess(self, payload: Any) -> Any:
        """The selected value or its index, a list for ``multiselect``; None for nothing, unless that is a choice."""
        if payload is None and (self.multiselect or not self.choices.knows(None)):
            return None
        if isinstance(payload, list):
            return [self.chosen(value, self.allow_custom_value) for value in payload]
        return self.chosen(payload, self.allow_custom_value)

    def postprocess(self, value: Any) -> Any:
        """The value to select, a list for ``multiselect``. One that isn't a choice is kept, with a warning."""
        if value is None:
            return None
        selected = listed(value) if self.multiselect else [value]
        for each in selected:
            if not self.choices.knows(each) and not self.allow_custom_value:
                warnings.warn(
                    f"{self}: {each!r} is not in the list of choices. Add it, or set allow_custom_value=True.",
                    stacklevel=2,
                )
        payloads = list(map(self.choices.payload, selected))
        return payloads if self.multiselect else payloads[0]

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`."""
        return self.filterable or self.allow_custom_value if name == "filterable" else super().prop(name)
