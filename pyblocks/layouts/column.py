"""``gr.Column``."""

from __future__ import annotations

from typing import Literal

from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Column(Container):
    """Blocks one below the other (Gradio's ``Column``).

    Parameters:
        scale: its share of the width among its neighbours in a Row; 0 never grows.
        min_width: in px; the Row wraps rather than make it narrower.
        variant: ``default``, ``panel`` (a grey box around it) or ``compact`` (no gaps).
        show_progress: whether it shows that a listener is pending which has it as an output.
    """

    block_name = "column"

    def __init__(
        self,
        *,
        scale: int = 1,
        min_width: int = 320,
        variant: Literal["default", "panel", "compact"] = "default",
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        show_progress: bool = False,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))
