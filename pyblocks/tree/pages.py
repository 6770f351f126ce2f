"""The pages of an app: ``with demo.route("Settings", "/settings"):``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .events import Event
from .tree import Block, Container, Root


class Page(Container):
    """One page of an app, besides its main one; :meth:`Blocks.route` makes it.

    Parameters:
        name: what links to it are called.
        path: its address after the app's ``#/``.
        show_in_navbar: whether the links at the top of each page lead to it.
    """

    block_name = "blocks"
    load = Event()

    name: str
    path: str
    show_in_navbar: bool

    def __init__(self, name: str, path: str, show_in_navbar: bool = True) -> None:
        super().__init__(name=name, path=path, show_in_navbar=show_in_navbar, render=False)

    def page_props(self) -> dict[str, Any]:
        """Those of a Blocks: a page looks like one."""
        fill_height = getattr(self.root, "fill_height", False)
        return {"visible": True, "elem_id": None, "elem_classes": [], "fill_height": fill_height}


def path_of(name: str, path: str | None) -> str:
    """The address of a page: ``path`` without slashes around it, or the ``name`` as Gradio makes an address of it."""
    text: str = getattr(name, "key", name)  # of a name that is translated
    return (text.lower().replace(" ", "-") if path is None else path).strip("/")


def pages_of(root: Root) -> Iterator[Page]:
    """The app's pages besides the main one, in order."""
    return (block for block in root.blocks.values() if isinstance(block, Page))


def page_of(block: Block) -> Page | None:
    """The page that ``block`` is on; None for the main page."""
    place: Block | None = block
    while place is not None and not isinstance(place, Page):
        place = place.above
    return place
