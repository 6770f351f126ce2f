"""``gr.DuplicateButton``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any, Literal

from ..handler.messages import Warning
from ..tree.signature import arguments
from ..tree.tree import Block, Key, Root
from .button import Button


class DuplicateButton(Button):
    """A button for copying a Hugging Face Space (Gradio's ``DuplicateButton``).

    A static page is no Space: a click says so, and how to get a copy of the app instead.
    """

    block_name = "button"

    def __init__(
        self,
        value: str | Callable[..., Any] = "Duplicate Space",
        *,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        variant: Literal["primary", "secondary", "stop", "huggingface"] = "huggingface",
        size: Literal["sm", "md", "lg"] = "sm",
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
        scale: int | None = 0,
        min_width: int | None = None,
        _activate: bool = True,
    ) -> None:
        shared = arguments(locals())
        del shared["_activate"]
        super().__init__(**shared)

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """Those of a Button."""
        return Button.prop_names()

    def joined(self, root: Root) -> None:
        """See :meth:`~pyblocks.tree.tree.Block.joined`."""
        super().joined(root)
        root.listen((self.click.trigger,), fn=_explain)


def _explain() -> None:
    Warning(
        "There is no Space to duplicate: this app is a web page. To have a copy, save the page or get its source.",
        title="Not here",
    )
