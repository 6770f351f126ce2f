"""The tree as the page has it: without what is nowhere in it, and with layouts that the app didn't write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..components.base import Component
from ..components.navbar import Navbar
from ..tree.pages import Page, page_of
from ..tree.tree import Block, Container, Root
from ..wire.protocol import ComponentConfig, LayoutConfig

if TYPE_CHECKING:
    from .session import Session


def is_shown(block: Block) -> bool:
    """Whether the page has ``block``."""
    return not isinstance(block, Component) or block.is_visible


def has_place(block: Block) -> bool:
    """Whether the page has it where it is in the tree; pages and the links to them have places of their own."""
    return is_shown(block) and not isinstance(block, (Page, Navbar))


def navbar_of(root: Root, page: Page | None) -> Navbar | None:
    """What ``page`` says of its links; the last Navbar on it."""
    found = [block for block in root.blocks.values() if isinstance(block, Navbar) and block.parent is not None]
    return next((navbar for navbar in reversed(found) if page_of(navbar) is page), None)


class Tree:
    """One look at the tree of a session: neighbours that expect another parent are wrapped in one, as Gradio does.

    Parameters:
        session: whose.

    Attributes:
        wrappers: the layouts that the app didn't write.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._taken: set[int] = set()
        self.wrappers: list[ComponentConfig] = []

    def layout(self, block: Block) -> LayoutConfig:
        """The tree from ``block`` down, with what ``gr.render`` made there."""
        rendering = self._session.renderings.get(block._id)
        if not isinstance(block, Container):
            return {"id": block._id}
        held = [*block.children, *(rendering.children if rendering is not None else ())]
        children: list[LayoutConfig] = []
        shown = list(filter(has_place, held))
        for parent, group in groupby(zip(_expected_parents(shown), shown, strict=True), key=itemgetter(0)):
            blocks = [child for _, child in group]
            nodes = [self.layout(child) for child in blocks]
            if parent is None or parent == block.block_name:
                children += nodes
            else:
                wrapper = self._wrapper(parent, blocks, in_row=block.block_name == "row")
                self.wrappers.append(wrapper)
                children.append({"id": wrapper["id"], "children": nodes})
        return {"id": block._id, "children": children}

    def _wrapper(self, parent: str, blocks: list[Block], in_row: bool) -> ComponentConfig:
        """A layout around ``blocks``. In a Row it takes the width of all that it holds."""
        props: dict[str, Any] = {"visible": True, "elem_id": None, "elem_classes": []}
        if in_row:
            scales = [getattr(block, "scale", None) for block in blocks]
            props["scale"] = sum(1 if scale is None else scale for scale in scales)
            props["min_width"] = sum(getattr(block, "min_width", None) or 0 for block in blocks)
        return {"id": self._wrapper_id(blocks), "type": parent, "props": props}

    def _wrapper_id(self, blocks: list[Block]) -> int:
        """The id of the layout that was around one of ``blocks`` before, so that it stays in place.

        A new one's is its first block's below zero, which no block of the app has; if that block was in another one
        before, a number of its own.
        """
        slots = [self._session.slot(block) for block in blocks]
        before = [slot.wrapper for slot in slots if slot.wrapper is not None and slot.wrapper not in self._taken]
        fresh = -blocks[0]._id if slots[0].wrapper is None else None
        id = before[0] if before else fresh or -next(self._session.ids)
        self._taken.add(id)
        for slot in slots:
            slot.wrapper = id
        return id


def _expected_parents(blocks: Iterable[Block]) -> Iterator[str | None]:
    """What each of these neighbours wants around it; some go along with the one before."""
    parent = None
    for block in blocks:
        parent = block.expected_parent if block.breaks_grouping else parent
        yield parent
