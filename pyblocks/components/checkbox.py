"""``gr.Checkbox``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import FormComponent


class Checkbox(FormComponent):
    """A box to tick (Gradio's ``Checkbox``). A handler gets ``bool``, and returns anything with a truth value."""

    block_name = "checkbox"
    input = Event()
    select = Event()

    def __init__(
        self,
        value: bool | Callable[..., Any] = False,
        *,
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
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> bool:
        """True or false."""
        return checks.boolean(payload)

    def postprocess(self, value: Any) -> bool:
        """``bool(value)``."""
        return bool(value)
