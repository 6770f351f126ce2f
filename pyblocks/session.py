"""One page view: the live props and values of every block of an app."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from .components.browserstate import BrowserState
from .components.state import State
from .request import Page, Request
from .slot import Slot
from .state import BrowserStateSlot, StateSlot
from .storage import Storage

if TYPE_CHECKING:
    from .blocks import Blocks
    from .tree import Block


class Session:
    """What one visitor has of an app, from page load to leaving the page.

    Parameters:
        root: the app.
        storage: what BrowserStates are kept in.
        page: the page that shows it.
        site: the site's path, which keeps apps of one origin apart in ``storage``.

    Raises:
        ValueError: two BrowserStates have the same storage key.
    """

    def __init__(self, root: Blocks, *, storage: Storage, page: Page | None = None, site: str = "") -> None:
        self.root = root
        self.storage = storage
        self.site = site
        self.hash = secrets.token_urlsafe(8)
        self.request = Request(page, session_hash=self.hash)
        self._storage_keys: dict[str, Block] = {}
        self.slots = {id: self._make_slot(block) for id, block in root.blocks.items()}

    def slot(self, block: Block) -> Slot:
        """The live state of ``block``."""
        return self.slots[block._id]

    def _make_slot(self, block: Block) -> Slot:
        if isinstance(block, BrowserState):
            return BrowserStateSlot(block, self.storage, self._storage_key(block))
        if isinstance(block, State):
            return StateSlot(block)
        return Slot(block)

    def _storage_key(self, block: BrowserState) -> str:
        """The key as given, or one from the site's path and the component's place among the app's BrowserStates."""
        place = sum(isinstance(other, BrowserState) for other in list(self.root.blocks.values())[: block._id])
        key = block.storage_key or f"pyblocks:{self.site}:{place}"
        if self._storage_keys.setdefault(key, block) is not block:
            raise ValueError(f"Two gr.BrowserState have the storage_key {key!r}: give each one its own.")
        return key
