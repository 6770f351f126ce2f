"""``gr.Accordion``."""

from __future__ import annotations

from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Accordion(Container):
    """Blocks under a heading that folds them away (Gradio's ``Accordion``).

    Parameters:
        label: the heading.
        open: whether it is unfolded.
        height, max_height: of the contents, in px, or with a CSS unit; beyond, they scroll.
    """

    block_name = "accordion"
    edited_props = frozenset({"open"})
    expand = Event()
    collapse = Event()

    def __init__(
        self,
        label: str | None = None,
        *,
        open: bool = True,
        height: int | str | None = None,
        max_height: int | str | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_edit(self, name: str, value: Any, before: Any) -> bool:
        """Whether it is open."""
        return checks.boolean(value)
