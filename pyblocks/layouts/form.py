"""``gr.layouts.Form``."""

from __future__ import annotations

from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Form(Container):
    """Neighbouring components to fill in, drawn as one box (Gradio's ``Form``). Apps get theirs by themselves.

    Parameters:
        scale: its share of the width among its neighbours in a Row.
        min_width: in px.
    """

    block_name = "form"

    def __init__(
        self,
        *,
        scale: int = 0,
        min_width: int = 0,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))
