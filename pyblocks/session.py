"""One page view: the live props and values of every block of an app."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from .browser_state import BrowserStateSlot, Cipher
from .components.browserstate import BrowserState
from .components.state import State
from .request import Page, Request
from .slot import Slot
from .state import StateSlot
from .storage import Storage

if TYPE_CHECKING:
    from .blocks import Blocks
    from .tree import Block


class Session:
    """What one visitor has of an app, from page load to leaving the page. :meth:`open` comes before all else.

    Parameters:
        root: the app.
        storage: what BrowserStates are kept in.
        page: the page that shows it.
        site: the site's path, which keeps apps of one origin apart in ``storage``.
        make_cipher: gives the cipher for a secret; None where the page can't encrypt.

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
        self.slots = {id: self._make_slot(block) for id, block in root.blocks.items()}
        self.stored = self._stored()

    async def open(self) -> None:
        """Read what the browser keeps."""
        for slot in self.stored.values():
            await slot.read()

    def slot(self, block: Block) -> Slot:
        """The live state of ``block``."""
        return self.slots[block._id]

    def name(self, block: Block) -> str:
        """How messages name ``block``; States, which have no label, by their place among the app's States."""
        return f"{block} number {self._places[block]}" if block in self._places else str(block)

    def close(self) -> list[Exception]:
        """Delete every State; what the app's callbacks raised."""
        errors = []
        for slot in self.slots.values():
            if isinstance(slot, StateSlot):
                try:
                    slot.delete()
                except Exception as error:
                    errors.append(error)
        return errors

    def _make_slot(self, block: Block) -> Slot:
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
        """The key as given, or one from the site's path and the component's place among the app's BrowserStates."""
        places = [other for other in self._places if isinstance(other, BrowserState)]
        return block.storage_key or f"pyblocks:{self._site}:{places.index(block)}"

    def _stored(self) -> dict[str, BrowserStateSlot]:
        """The BrowserStates by their storage keys."""
        stored: dict[str, BrowserStateSlot] = {}
        for slot in self.slots.values():
            if isinstance(slot, BrowserStateSlot) and stored.setdefault(slot.key, slot) is not slot:
                raise ValueError(f"Two gr.BrowserState have the storage_key {slot.key!r}: give each one its own.")
        return stored


def _is_state(block: Block) -> bool:
    return isinstance(block, State)
