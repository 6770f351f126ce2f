"""``gr.TabbedInterface``: an app with a tab for each of several apps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..app.blocks import Blocks
from ..components.markdown import Markdown
from ..layouts import Tab, Tabs


class TabbedInterface(Blocks):
    """Several apps, each in a tab (Gradio's ``TabbedInterface``).

    Parameters:
        interface_list: the apps.
        tab_names: what their tabs are called; ``Tab 0`` and so on if None.
        title: the heading, and the page's title.
        analytics_enabled: accepted; nothing is ever sent anywhere.
        tabs_kwargs: arguments for the ``gr.Tabs`` around them.
        kwargs: Gradio 5's page options; see :class:`~pyblocks.app.blocks.Blocks`.

    Raises:
        ValueError: there are not as many names as apps.
    """

    block_name = "blocks"

    def __init__(
        self,
        interface_list: Sequence[Blocks],
        tab_names: list[str] | None = None,
        title: str | None = None,
        analytics_enabled: bool | None = None,
        tabs_kwargs: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            analytics_enabled=analytics_enabled, mode="tabbed_interface", title=title or "Gradio", **kwargs
        )
        names = [f"Tab {n}" for n in range(len(interface_list))] if tab_names is None else tab_names
        if len(names) != len(interface_list):
            raise ValueError(f"gr.TabbedInterface has {len(interface_list)} apps and {len(names)} tab_names.")
        with self:
            if title:
                Markdown(f"<h1 style='text-align: center'>{title}</h1>")
            with Tabs(**(tabs_kwargs or {})):
                for interface, name in zip(interface_list, names, strict=True):
                    with Tab(name):
                        interface.unrender().render()

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """Those of a Blocks."""
        return Blocks.prop_names()
