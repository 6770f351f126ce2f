"""``gr.Tabs`` and ``gr.Tab``."""

from __future__ import annotations

from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Container, Key


class Tabs(Container):
    """Tabs, of which one shows its contents (Gradio's ``Tabs``).

    Parameters:
        selected: the ``id`` of the tab shown first; the first one if None.
        overflow_behavior: where there are too many for one line: ``menu`` puts the rest in a menu, ``wrap`` in more
            lines.
    """

    block_name = "tabs"
    edited_props = frozenset({"selected"})
    change = Event(trigger_mode="always_last")
    select = Event()
    selected: int | str | None

    def __init__(
        self,
        *,
        selected: int | str | None = None,
        overflow_behavior: Literal["menu", "wrap"] = "menu",
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_edit(self, name: str, value: Any, before: Any) -> int | str | None:
        """The id of a tab."""
        if value is None or isinstance(value, str) or type(value) is int:
            return value
        raise checks.refusal("the id of a tab", value)

    @property
    def selected_id(self) -> int | str | None:
        """The id of the tab that is selected: the first one's where ``selected`` names none."""
        ids = [tab.prop("id") for tab in self.children if isinstance(tab, Tab)]
        return self.selected if self.selected in ids else next(iter(ids), None)


class Tab(Container):
    """One of the tabs: a name, and what is shown when it is selected (Gradio's ``Tab``).

    Outside of Tabs, neighbouring Tab are wrapped in one.

    Parameters:
        label: its name.
        visible: whether it is among the tabs.
        interactive: False greys it out; it can't be selected then.
        id: what ``Tabs(selected=...)`` calls it; its position from 0 if None.
        alignment: at which end of the line its name is.
        scale: whether its contents grow to the height of the page: 1 or more.
        height, max_height: of the contents, in px, or with a CSS unit; beyond, they scroll.
        render_children: whether the contents are in the page before the tab is first selected.
    """

    block_name = "tab"
    expected_parent = "tabs"
    select = Event()

    id: int | str | None

    def __init__(
        self,
        label: str | None = None,
        visible: bool | Literal["hidden"] = True,
        interactive: bool = True,
        *,
        id: int | str | None = None,
        alignment: Literal["left", "right"] = "left",
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        scale: int | None = None,
        height: int | str | None = None,
        max_height: int | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
        render_children: bool = False,
    ) -> None:
        super().__init__(**arguments(locals()))

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`."""
        if name == "id" and self.id is None and self.parent is not None:
            return [child._id for child in self.parent.children if isinstance(child, Tab)].index(self._id)
        return super().prop(name)


TabItem = Tab
