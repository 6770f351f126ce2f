"""``gr.Group``."""

from __future__ import annotations

from typing import Literal

from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Group(Container):
    """Blocks one below the other in one frame, without gaps (Gradio's ``Group``)."""

    block_name = "group"

    def __init__(
        self,
        *,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))
