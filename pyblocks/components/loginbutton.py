"""``gr.LoginButton``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import Any, Literal

from ..handler.messages import Warning
from ..tree.signature import arguments
from ..tree.tree import Block, Key, Root
from .button import Button


class LoginButton(Button):
    """A button for signing in with Hugging Face (Gradio's ``LoginButton``).

    A static page has no server that could sign anybody in: a click says so.

    Parameters:
        value: its text.
        logout_value: accepted; nobody is ever signed in.
    """

    block_name = "button"

    def __init__(
        self,
        value: str | Callable[..., Any] = "Sign in with Hugging Face",
        logout_value: str = "Logout ({})",
        *,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        variant: Literal["primary", "secondary", "stop", "huggingface"] = "huggingface",
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
        shared = arguments(locals())
        del shared["logout_value"]
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
        "Nobody can sign in here: this app runs in your browser, without a server. It works without.", title="Not here"
    )
