"""``gr.JSON``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..handler.messages import Error
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from ..wire.codec import as_json
from ..wire.nesting import check_text
from .base import Component


class JSON(Component):
    """Lists and dicts to unfold (Gradio's ``JSON``). A handler returns them, or text that is JSON, and gets them.

    Parameters:
        open: whether all is unfolded at first.
        show_indices: whether the elements of lists have numbers.
        height, max_height, min_height: in px, or with a CSS unit; beyond, it scrolls.
        buttons: ``"copy"`` for a button that copies the JSON; there if None.
    """

    block_name = "json"
    default_buttons = ("copy",)

    def __init__(
        self,
        value: str | dict[str, Any] | list[Any] | Callable[..., Any] | None = None,
        *,
        label: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        open: bool = False,
        show_indices: bool = False,
        height: int | str | None = None,
        max_height: int | str | None = 500,
        min_height: int | str | None = None,
        buttons: list[Any] | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def preprocess(self, payload: Any) -> Any:
        """The value; a copy, which the handler may change."""
        return as_json(payload)

    def postprocess(self, value: Any) -> Any:
        """The value as JSON has it; text is read as JSON.

        Raises:
            Error: the text is not JSON, or is nested too deeply.
            TypeError: it holds something that JSON has no form for.
        """
        if not isinstance(value, str):
            return as_json(value)
        try:
            check_text(value)
            return json.loads(value)
        except ValueError as error:
            raise Error(f"Invalid JSON string: {error}") from error


Json = JSON
