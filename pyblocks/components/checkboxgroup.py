"""``gr.CheckboxGroup``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .choice_list import Choice
from .choices import ChoiceComponent, Choices, listed


class CheckboxGroup(ChoiceComponent):
    """Boxes to tick, any number of them (Gradio's ``CheckboxGroup``). A handler gets and returns a list of values.

    Parameters:
        show_select_all: whether there is a box that ticks all of them.
    """

    block_name = "checkboxgroup"
    input = Event()
    select = Event()

    def __init__(
        self,
        choices: Choices | None = None,
        *,
        value: Sequence[str | float | int] | str | float | int | Callable[..., Any] | None = None,
        type: Literal["value", "index"] = "value",
        label: str | None = None,
        info: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        show_select_all: bool = False,
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
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> list[Any]:
        """A list of choices."""
        each = checks.listed(payload, "a list of choices")
        return [self.check_choice(value, checks.listed(before, "a list")) for value in each]

    def preprocess(self, payload: list[Choice]) -> list[Any]:
        """The ticked values, or their indices, in the order of ticking."""
        return [self.chosen(value) for value in payload]

    def postprocess(self, value: Any) -> list[Choice]:
        """The values to tick; none for None, one for a single value."""
        return list(map(self.choices.payload, listed(value)))


Checkboxgroup = CheckboxGroup
