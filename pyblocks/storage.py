"""Where BrowserState is kept: text by key."""

from __future__ import annotations

from typing import Protocol


class Storage(Protocol):
    """What BrowserState needs of a browser's ``localStorage``."""

    def get(self, key: str) -> str | None:
        """The text under ``key``, None if there is none."""
        ...

    def set(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``.

        Raises:
            StorageError: the browser refuses, since it is full or blocked.
        """
        ...


class StorageError(Exception):
    """The browser did not keep a BrowserState: its storage is full, or blocked for this page."""


class MemoryStorage:
    """Storage that lives as long as the process; for plain CPython."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """See :class:`Storage`."""
        return self.texts.get(key)

    def set(self, key: str, text: str) -> None:
        """See :class:`Storage`."""
        self.texts[key] = text
