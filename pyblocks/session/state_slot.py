"""A session's ``gr.State``: a value that no message ever carries."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from typing import Any

from ..components.state import State
from .change import fingerprint
from .slot import Slot

_DELETED = object()


class StateSlot(Slot):
    """A State in a session: the very object that handlers get and return.

    Parameters:
        block: the component.
        name: how messages name it.
    """

    is_shown = False
    block: State
    _value: Any

    def __init__(self, block: State, name: str) -> None:
        super().__init__(block)
        self._name = name
        self._timer: asyncio.TimerHandle | None = None
        self._set_value(block.initial_value())

    @property
    def value(self) -> Any:
        """The object; the default again where it was deleted."""
        if self._value is _DELETED:
            self._set_value(self.block.initial_value())
            if self._last_seen is not None:
                self.watch()
        return self._value

    def argument(self, payload: Any, preprocess: bool) -> Any:
        """The object itself, not a copy."""
        return self.value

    def show(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Keep a returned value; the page never hears of it."""
        if "value" in changes:
            self._set_value(changes["value"])
        return {}

    def delete(self) -> None:
        """Forget the value and tell the app's ``delete_callback``, once; reading it starts from the default again.

        Raises:
            Exception: what the callback raises.
        """
        value, self._value = self._value, _DELETED
        if self._timer is not None:
            self._timer.cancel()
        if value is not _DELETED and self.block.delete_callback is not None:
            self.block.delete_callback(value)

    def _set_value(self, value: Any) -> None:
        self._value = value
        if self._timer is not None:
            self._timer.cancel()
        if self.block.time_to_live is not None:
            self._timer = asyncio.get_event_loop().call_later(self.block.time_to_live, self.delete)

    def _fingerprint(self) -> Hashable:
        try:
            return fingerprint(self.value)
        except Exception as error:
            raise TypeError(f"The value of {self._name} can't be compared: {type(error).__name__}: {error}") from error
