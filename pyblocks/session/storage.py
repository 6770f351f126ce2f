"""Where BrowserState is kept: text by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeVar

from ..handler.messages import Error

T = TypeVar("T")


class StorageError(Error):
    """The browser did not keep a BrowserState; what it kept before is still there.

    Parameters:
        message: what to tell the visitor.
        reason: ``full``: the site's storage has no room for it; ``blocked``: this page may store nothing.
    """

    def __init__(self, message: str, reason: Literal["full", "blocked"]) -> None:
        super().__init__(message, title="Not saved", print_exception=False)
        self.reason = reason


class Storage(Protocol):
    """What BrowserState needs of a browser's ``localStorage``; each method may raise :class:`StorageError`."""

    def get(self, key: str) -> str | None:
        """The text under ``key``, None if there is none."""
        ...

    def set(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``."""
        ...

    def remove(self, key: str) -> None:
        """Forget what is under ``key``."""
        ...


class MemoryStorage:
    """Storage that lives as long as the page."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """See :class:`Storage`."""
        return self.texts.get(key)

    def set(self, key: str, text: str) -> None:
        """See :class:`Storage`."""
        self.texts[key] = text

    def remove(self, key: str) -> None:
        """See :class:`Storage`."""
        self.texts.pop(key, None)


class ForgivingStorage:
    """A browser's storage while the browser allows it; as soon as it doesn't, memory, with what was seen until then.

    Parameters:
        storage: the browser's.
        on_blocked: called once, when the browser refuses altogether.
    """

    def __init__(self, storage: Storage, on_blocked: Callable[[StorageError], None]) -> None:
        self._storage = storage
        self._memory = MemoryStorage()
        self._on_blocked = on_blocked

    def get(self, key: str) -> str | None:
        """See :class:`Storage`."""
        text = self._try(lambda: self._storage.get(key))
        if text is None:
            self._memory.remove(key)
        else:
            self._memory.set(key, text)
        return text

    def set(self, key: str, text: str) -> None:
        """See :class:`Storage`; raises StorageError only where there is no room."""
        self._try(lambda: self._storage.set(key, text))
        self._memory.set(key, text)

    def remove(self, key: str) -> None:
        """See :class:`Storage`."""
        self._try(lambda: self._storage.remove(key))
        self._memory.remove(key)

    def _try(self, action: Callable[[], T]) -> T:
        try:
            return action()
        except StorageError as error:
            if error.reason != "blocked":
                raise
            self._storage = self._memory
            self._on_blocked(error)
            return action()
