"""``gr.Radio``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .choice_list import Choice
from .choices import ChoiceComponent, Choices


class Radio(ChoiceComponent):
    """Buttons of which one is chosen (Gradio's ``Radio``). A handler gets and returns its value, None for none.

    Parameters:
        rtl: whether the buttons run right to left.
    """

    block_name = "radio"
    select = Event()
    input = Event()

    def __init__(
        self,
        choices: Choices | None = None,
        *,
        value: str | int | float | Callable[..., Any] | None = None,
        type: Literal["value", "index"] = "value",
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
        rtl: bool = False,
        buttons: list[Any] | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> Any:
        """One of the choices, or None."""
        return None if payload is None else self.check_choice(payload, [before])

    def preprocess(self, payload: Choice | None) -> Any:
        """The chosen value, or its index; None for none, unless that is a choice."""
        return None if payload is None and not self.choices.knows(None) else self.chosen(payload)

    def postprocess(self, value: Any) -> Any:
        """The value to choose; None for none, unless that is a choice."""
        return self.choices.payload(value)
