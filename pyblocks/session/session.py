"""One page view: the live props and values of every block of an app."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from itertools import count
from typing import TYPE_CHECKING

from ..components.browserstate import BrowserState
from ..components.state import State
from ..handler.request import Page, Request
from .browser_state_slot import BrowserStateSlot, Cipher
from .listeners import Listeners
from .rendering import Rendering
from .slot import GoneSlot, Slot
from .state_slot import StateSlot
from .storage import Storage

if TYPE_CHECKING:
    from ..app.blocks import Blocks
    from ..tree.tree import Block, Root


class Session:
    """What one visitor has of an app, from page load to leaving the page. :meth:`open` comes before all else.

    Parameters:
        root: the app.
        storage: what BrowserStates are kept in.
        page: the page that shows it.
        site: the site's path, which keeps apps of one origin apart in ``storage``.
        make_cipher: gives the cipher for a secret; None where the page can't encrypt.

    Attributes:
        blocks: all blocks that live, by id: the app's, and those that ``gr.render`` made last.
        slots: theirs.
        listeners: the listeners that live.
        renderings: what ``gr.render`` made last, by the id of the place where it is shown.
        ids: numbers for blocks that the app doesn't have from the start.

    Raises:
        ValueError: two BrowserStates have the same storage key, or one has a secret and the page can't encrypt.
    """

    def __init__(
        self,
        root: Blocks,
        *,
        storage: Storage,
        page: Page | None = None,
        site: str = "",
        make_cipher: Callable[[str], Cipher] | None = None,
    ) -> None:
        self.root = root
        self.request = Request(page, session_hash=secrets.token_urlsafe(8))
        self._storage = storage
        self._site = site
        self._make_cipher = make_cipher
        self._places = {block: n for n, block in enumerate(filter(_is_state, root.blocks.values()), 1)}
        self.blocks = dict(root.blocks)
        self.slots = {id: self.make_slot(block) for id, block in root.blocks.items()}
        self.listeners = Listeners(root.dependencies, root.default_concurrency_limit)
        self.renderings: dict[int, Rendering] = {}
        self.ids = count(max(root.blocks) + 1)
        self.stored = self.stored_among(self.slots.values())

    async def open(self) -> None:
        """Read what the browser keeps."""
        for slot in self.stored.values():
            await slot.read()

    def slot(self, block: Block) -> Slot:
        """The live state of ``block``; of one that ``gr.render`` has replaced, what it was."""
        slot = self.slots.get(block._id)
        if slot is None and isinstance(block.root, Rendering):
            return GoneSlot(block.root.gone.get(block._id) or self.make_slot(block))
        return self.slots[block._id]

    def name(self, block: Block) -> str:
        """How messages name ``block``; States, which have no label, by their place among the app's States."""
        return f"{block} number {self._places[block]}" if block in self._places else str(block)

    def close(self) -> list[Exception]:
        """Delete every State; what the app's callbacks raised."""
        return deleted(self.slots.values())

    def stored_among(self, slots: Iterable[Slot]) -> dict[str, BrowserStateSlot]:
        """The BrowserStates by their storage keys.

        Raises:
            ValueError: two have the same one.
        """
        stored: dict[str, BrowserStateSlot] = {}
        for slot in slots:
            if isinstance(slot, BrowserStateSlot) and stored.setdefault(slot.key, slot) is not slot:
                raise ValueError(f"Two gr.BrowserState have the storage_key {slot.key!r}: give each one its own.")
        return stored

    def make_slot(self, block: Block) -> Slot:
        """What a block starts with.

        Raises:
            ValueError: it is a BrowserState with a secret, and the page can't encrypt.
        """
        if isinstance(block, BrowserState):
            key, cipher = self._storage_key(block), self._cipher(block.secret)
            return BrowserStateSlot(block, self._storage, key, cipher)
        return StateSlot(block, self.name(block)) if isinstance(block, State) else Slot(block)

    def _cipher(self, secret: str | None) -> Cipher | None:
        if secret is None:
            return None
        if self._make_cipher is None:
            raise ValueError("gr.BrowserState(secret=...) needs a page that can encrypt: on https or localhost.")
        return self._make_cipher(secret)

    def _storage_key(self, block: BrowserState) -> str:
        """The key as given, or one from the site's path and the component's place among its root's BrowserStates."""
        root: Root = block.root or self.root
        places = [other for other in root.blocks.values() if isinstance(other, BrowserState)]
        return block.storage_key or f"pyblocks:{self._site}:{root.path}{places.index(block)}"


def deleted(slots: Iterable[Slot]) -> list[Exception]:
    """Delete the States among these; what the app's callbacks raised."""
    errors = []
    for slot in slots:
        if isinstance(slot, StateSlot):
            try:
                slot.delete()
            except Exception as error:
                errors.append(error)
    return errors


def _is_state(block: Block) -> bool:
    return isinstance(block, State)
