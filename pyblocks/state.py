"""A session's ``gr.State`` and ``gr.BrowserState``: values that no message ever carries."""

from __future__ import annotations

import json
import sys
from typing import Any

from .change import fingerprint
from .components.browserstate import BrowserState
from .components.state import State
from .slot import Slot
from .storage import Storage


class StateSlot(Slot):
    """A State in a session: the very object that handlers get and return."""

    def __init__(self, block: State) -> None:
        self.value = block.initial_value()
        super().__init__(block)

    def argument(self, payload: Any, preprocess: bool) -> Any:
        """The object itself, not a copy."""
        return self.value

    def update(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Keep a returned value; the page never hears of it."""
        if "value" in changes:
            self.value = changes["value"]
        return {}

    def _fingerprint(self) -> Any:
        return fingerprint(self.value)


class BrowserStateSlot(StateSlot):
    """A BrowserState in a session: read from the browser's storage at the start, written at each update.

    Parameters:
        block: the component.
        storage: the browser's.
        key: where in it.
    """

    def __init__(self, block: BrowserState, storage: Storage, key: str) -> None:
        self.storage = storage
        self.key = key
        super().__init__(block)  # the default is what `change` compares with when the page loads
        text = storage.get(key)
        if text is not None:
            self._read(text)

    def update(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Write a returned value as JSON, if it is another one; if it can't be written, the old one stays."""
        if "value" in changes:
            text = json.dumps(changes["value"], ensure_ascii=False, allow_nan=False)
            value = json.loads(text)
            if fingerprint(value) != self._fingerprint():
                self.storage.set(self.key, text)
                self.value = value
        return {}

    def _read(self, text: str) -> None:
        try:
            self.value = json.loads(text)
        except json.JSONDecodeError:
            damaged = f"{self.key}.damaged"
            self.storage.set(damaged, text)
            print(
                f"PyBlocks: what the browser stores under {self.key!r} is not JSON. The default is used; "
                f"the stored text is kept under {damaged!r}.",
                file=sys.stderr,
            )
