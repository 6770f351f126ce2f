"""``gr.DeepLinkButton``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any, Literal

from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import FormComponent
from .button import Button

#: Two links of a chain.
LINK_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23888' "
    "stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Crect x='2' y='8' width='11' height='8' "
    "rx='4'/%3E%3Crect x='11' y='8' width='11' height='8' rx='4'/%3E%3C/svg%3E"
)


class DeepLinkButton(Button):
    """A button that copies a link to this page as it is filled in (Gradio's ``DeepLinkButton``).

    The link itself holds what the visitor entered, after its ``#``: no server keeps it, and none is sent it. It
    holds the values of components that one fills in, but for passwords; not State, nor what only shows something.

    Parameters:
        value: its text.
        copied_value: its text for a moment after the link was copied.
    """

    block_name = "deeplinkbutton"

    def __init__(
        self,
        value: str | Callable[..., Any] = "Share via Link",
        copied_value: str = "Link Copied!",
        *,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        variant: Literal["primary", "secondary"] = "secondary",
        size: Literal["sm", "md", "lg"] = "lg",
        icon: str | Path | None = LINK_ICON,
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
        every: Any = None,
    ) -> None:
        given = arguments(locals())
        super(Button, self).__init__(**given)

    def page_props(self) -> dict[str, Any]:
        """See :meth:`~pyblocks.tree.tree.Block.page_props`; and which components are in the link."""
        root = self.root
        while root is not None and root.above is not None:  # gr.render made this button: the link is of the app
            root = root.above.root
        blocks = root.blocks.values() if root is not None else ()
        return super().page_props() | {"components": [block._id for block in blocks if is_linked(block)]}


def is_linked(block: Block) -> bool:
    """Whether its value is part of a deep link. Passwords are not; nor are values that the page runs as HTML."""
    return isinstance(block, FormComponent) and getattr(block, "type", "") != "password"
