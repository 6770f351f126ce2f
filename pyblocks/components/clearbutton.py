"""``gr.ClearButton``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import Component
from .browserstate import BrowserState
from .button import Button
from .state import State

if TYPE_CHECKING:
    from typing import Self


class ClearButton(Button):
    """A button that empties components (Gradio's ``ClearButton``).

    A State gets its first value again, a BrowserState its default, since the browser forgets what it kept.

    Parameters:
        components: what it empties; :meth:`add` names more.
        api_name, api_visibility: accepted; there is no API without a server.
    """

    block_name = "button"

    def __init__(
        self,
        components: Sequence[Component] | Component | None = None,
        *,
        value: str | Callable[..., Any] = "Clear",
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        variant: Literal["primary", "secondary", "stop"] = "secondary",
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
        api_name: str | None = None,
        api_visibility: Literal["public", "private", "undocumented"] = "undocumented",
    ) -> None:
        shared = arguments(locals())
        for own in ("components", "api_name", "api_visibility"):
            del shared[own]
        super().__init__(**shared)
        self.add(components)

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """Those of a Button: which components it empties is Python's business."""
        return Button.prop_names()

    def add(self, components: Component | Sequence[Component] | None) -> Self:
        """Empty these components too."""
        clear_on_click(self, [components] if isinstance(components, Component) else list(components or ()))
        return self


def clear_on_click(button: Button, components: list[Component]) -> None:
    """Let ``button`` empty ``components``."""
    if components:
        button.click(lambda: {each: _empty(each) for each in components}, None, components, show_progress="hidden")


def _empty(component: Component) -> Any:
    if isinstance(component, BrowserState):
        return BrowserState.UNSET
    return component.initial_value() if isinstance(component, State) else None
