"""``gr.Markdown``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from inspect import cleandoc
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.spellings import COPY_BUTTON
from ..tree.tree import Block, Key
from .base import Component


class Markdown(Component):
    """Formatted text (Gradio's ``Markdown``). A handler returns Markdown text; common indentation is taken away.

    Parameters:
        label: its accessible name; never shown.
        rtl: whether the text runs right to left.
        latex_delimiters: what encloses LaTeX, each ``{"left": ..., "right": ..., "display": bool}``; ``$$`` on lines
            of their own if None.
        sanitize_html: whether dangerous HTML in the text is taken out. Turn it off only for text that you wrote.
        line_breaks: whether a single line break is one in the page too.
        header_links: whether headings have a link to themselves.
        height, max_height, min_height: in px, or with a CSS unit; beyond, it scrolls.
        buttons: ``"copy"`` for a button that copies the text.
        padding: whether the box has padding, if there is one.
    """

    block_name = "markdown"
    older_spellings = COPY_BUTTON
    copy = Event()

    def __init__(
        self,
        value: str | Callable[..., Any] | None = None,
        *,
        label: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        scale: int | None = None,
        min_width: int | None = None,
        rtl: bool = False,
        latex_delimiters: list[dict[str, str | bool]] | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        sanitize_html: bool = True,
        line_breaks: bool = False,
        header_links: bool = False,
        height: int | str | None = None,
        max_height: int | str | None = None,
        min_height: int | str | None = None,
        buttons: list[Any] | None = None,
        container: bool = False,
        padding: bool = False,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> str | None:
        """Text, or None."""
        return checks.text(payload)

    def postprocess(self, value: Any) -> str | None:
        """The text without the indentation that all its lines share; None for nothing."""
        return None if value is None else cleandoc(str(value))

    def normalise(self, name: str, value: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.normalise`."""
        if name == "latex_delimiters" and value is None:
            return [{"left": "$$", "right": "$$", "display": True}]
        return super().normalise(name, value)
