"""``gr.Row``."""

from __future__ import annotations

from typing import Literal

from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Row(Container):
    """Blocks side by side; they wrap where the page is too narrow (Gradio's ``Row``).

    Parameters:
        variant: ``default``, ``panel`` (a grey box around it) or ``compact`` (no gaps).
        scale: its share of the width among its neighbours in another Row.
        height, max_height, min_height: in px, or with a CSS unit; beyond, it scrolls.
        equal_height: whether all blocks are as high as the highest.
        show_progress: whether it shows that a listener is pending which has it as an output.
    """

    block_name = "row"

    def __init__(
        self,
        *,
        variant: Literal["default", "panel", "compact"] = "default",
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        scale: int | None = None,
        render: bool = True,
        height: int | str | None = None,
        max_height: int | str | None = None,
        min_height: int | str | None = None,
        equal_height: bool = False,
        show_progress: bool = False,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))
