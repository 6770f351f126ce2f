"""A session's ``gr.BrowserState``: a value that the browser keeps."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Hashable
from typing import Any, Protocol

from ..components.browserstate import BrowserState
from ..wire.json_value import canonical, json_text, json_value
from .change import fingerprint
from .slot import Slot
from .storage import Storage, StorageError


class Cipher(Protocol):
    """Keeps stored text unreadable without a secret."""

    async def encrypt(self, text: str) -> str:
        """``text``, as only :meth:`decrypt` reads it."""
        ...

    async def decrypt(self, text: str) -> str | None:
        """What was encrypted; None if it was with another secret, or not at all."""
        ...


class BrowserStateSlot(Slot):
    """A BrowserState in a session: read from the browser's storage at the start, written at each changed value.

    Parameters:
        block: the component.
        storage: the browser's.
        key: where in it.
        cipher: for a BrowserState with a ``secret``.

    Attributes:
        version: how often something new was read.
    """

    is_shown = False
    block: BrowserState

    def __init__(self, block: BrowserState, storage: Storage, key: str, cipher: Cipher | None) -> None:
        super().__init__(block)
        self.key = key
        self.version = 0
        self._storage = storage
        self._cipher = cipher
        self._text = block.default_json
        #: What was last seen in the storage; when it is something else, another tab has written.
        self._seen = hash(None)
        #: What is stored but can't be read; it is kept under another key before anything takes its place.
        self._unreadable: str | None = None
        #: A cipher takes its time: reads and writes follow each other.
        self._lock = asyncio.Lock()

    async def read(self) -> None:
        """Take over what the browser keeps; the default where there is nothing, or nothing that can be read."""
        async with self._lock:
            if not self._is_overwritten():
                return
            stored = self._storage.get(self.key)
            self._seen = hash(stored)
            text = await self._decrypted(stored) if stored is not None else None
            self._unreadable = stored if text is None else None
            text = self.block.default_json if text is None else text
            try:
                json_value(text)
            except ValueError:
                text = self.block.default_json
                self._unreadable = stored
                self._tell_of_damage()
            if text != self._text:
                self._text = text
                self.version += 1

    def argument(self, payload: Any, preprocess: bool) -> Any:
        """The value as it is kept: an object of the handler's own."""
        return json_value(self._text)

    def watch(self) -> None:
        """A stored value that differs from the default is a change when the page loads."""
        self._last_seen = _content(self.block.default_json)

    async def update(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Write a returned value, if its content is another one; if it can't be written, the old one stays.

        Raises:
            TypeError, ValueError: it is not JSON.
            StorageError: the browser doesn't keep it.
        """
        if "value" in changes:
            async with self._lock:
                if changes["value"] is BrowserState.UNSET:
                    self._forget()
                else:
                    await self._write(json_text(changes["value"]))
        return {}

    async def _write(self, text: str) -> None:
        if self._is_overwritten() or (text != self._text and _content(text) != _content(self._text)):
            stored = text if self._cipher is None else await self._cipher.encrypt(text)
            self._keep_unreadable()
            self._storage.set(self.key, stored)
            self._seen = hash(stored)
            self._text = text

    def _is_overwritten(self) -> bool:
        return hash(self._storage.get(self.key)) != self._seen

    def _forget(self) -> None:
        self._keep_unreadable()
        self._storage.remove(self.key)
        self._seen = hash(None)
        self._text = self.block.default_json

    async def _decrypted(self, stored: str) -> str | None:
        return stored if self._cipher is None else await self._cipher.decrypt(stored)

    def _tell_of_damage(self) -> None:
        try:
            self._keep_unreadable()
            kept = f"the stored text is kept under {self._damaged_key!r}"
        except StorageError as error:
            kept = f"the stored text stays where it is, since there is no other place: {error}"
        print(
            f"PyBlocks: what the browser stores under {self.key!r} is not JSON. The default is used; {kept}",
            file=sys.stderr,
        )

    def _keep_unreadable(self) -> None:
        if self._unreadable is not None:
            self._storage.set(self._damaged_key, self._unreadable)
            self._unreadable = None

    @property
    def _damaged_key(self) -> str:
        return f"{self.key}.damaged"

    def _fingerprint(self) -> Hashable:
        return _content(self._text)


def _content(text: str) -> Hashable:
    return fingerprint(canonical(text))
