"""``gr.Button``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import Component


class Button(Component):
    """A button (Gradio's ``Button``). Its value is its text.

    Parameters:
        variant: its look: ``primary`` for what one most likely wants, ``secondary``, ``stop`` for what can't be undone.
        size: ``sm``, ``md`` or ``lg``.
        icon: an image before the text: a file of the app's, or an address.
        link: an address that it opens when clicked.
        link_target: where the link opens, as in HTML.
        interactive: False greys it out; it can't be clicked then.
    """

    block_name = "button"
    click = Event()

    icon: str | Path | None

    def __init__(
        self,
        value: str | Callable[..., Any] = "Run",
        *,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        variant: Literal["primary", "secondary", "stop", "huggingface"] = "secondary",
        size: Literal["sm", "md", "lg"] = "lg",
        icon: str | Path | None = None,
        link: str | None = None,
        link_target: Literal["_self", "_blank", "_parent", "_top"] = "_self",
        visible: bool | Literal["hidden"] = True,
        interactive: bool = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        scale: int | None = None,
        min_width: int | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> str | None:
        """Text, or None."""
        return checks.text(payload)

    def postprocess(self, value: Any) -> str:
        """``str(value)``; no text for None."""
        return "" if value is None else str(value)

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`."""
        return _icon_url(self.icon) if name == "icon" and self.icon is not None else super().prop(name)


def _icon_url(icon: str | Path) -> str:
    """An address as it is; a file as a ``data:`` address, since a page can't read the app's files."""
    if str(icon).startswith(("http://", "https://", "data:", "blob:")):
        return str(icon)
    from base64 import b64encode  # few apps have an icon: don't load these for the others
    from mimetypes import guess_type

    kind = guess_type(icon)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(Path(icon).read_bytes()).decode('ascii')}"
