"""A session's ``gr.BrowserState``: a value that the browser keeps."""

from __future__ import annotations

import json
import sys
from typing import Any, Protocol

from .change import fingerprint
from .components.browserstate import BrowserState
from .json_value import json_text
from .state import StateSlot
from .storage import Storage


class Cipher(Protocol):
    """Keeps stored text unreadable without a secret."""

    async def encrypt(self, text: str) -> str:
        """``text``, as only :meth:`decrypt` reads it."""
        ...

    async def decrypt(self, text: str) -> str | None:
        """What was encrypted; None if it was with another secret, or not at all."""
        ...


class BrowserStateSlot(StateSlot):
    """A BrowserState in a session: read from the browser's storage at the start, written at each changed value.

    Parameters:
        block: the component.
        place: which State of the app it is, from 1, for messages.
        storage: the browser's.
        key: where in it.
        cipher: for a BrowserState with a ``secret``.
    """

    block: BrowserState

    def __init__(self, block: BrowserState, place: int, storage: Storage, key: str, cipher: Cipher | None) -> None:
        super().__init__(block, place)
        self.key = key
        self._storage = storage
        self._cipher = cipher

    async def open(self) -> None:
        """Read what the browser keeps."""
        await self.read(self._storage.get(self.key))

    async def read(self, text: str | None) -> None:
        """Take over stored ``text``; the default where there is none, or none that can be read."""
        self._value = self.block.initial_value()
        if text is not None and self._cipher is not None:
            text = await self._cipher.decrypt(text)
        if text is None:
            return
        try:
            self._value = json.loads(text)
        except ValueError:
            self._keep_damaged(text)

    def watch(self) -> None:
        """A stored value that differs from the default is a change when the page loads."""
        self._last_seen = fingerprint(self.block.initial_value())

    async def update(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Write a returned value, if its content is another one; if it can't be written, the old one stays."""
        if "value" not in changes:
            return {}
        if changes["value"] is BrowserState.UNSET:
            self._storage.remove(self.key)
            self._value = self.block.initial_value()
            return {}
        text = json_text(changes["value"])
        value = json.loads(text)
        if fingerprint(value) != self._fingerprint():
            self._storage.set(self.key, text if self._cipher is None else await self._cipher.encrypt(text))
            self._value = value
        return {}

    def delete(self) -> None:
        """The browser keeps it: nothing to do when the page is left."""

    def _keep_damaged(self, text: str) -> None:
        damaged = f"{self.key}.damaged"
        self._storage.set(damaged, text)
        print(
            f"PyBlocks: what the browser stores under {self.key!r} is not JSON. The default is used; "
            f"the stored text is kept under {damaged!r}.",
            file=sys.stderr,
        )
