"""The choices of a component, and what the page calls them: JSON knows less of numbers than Python does."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property
from math import isfinite
from typing import Any

from ..wire.codec import as_json

Choice = str | int | float | bool | None


class ChoiceList(list[tuple[str, Choice]]):
    """Pairs of a name and a value, which are looked up by exact value: ``1``, ``True``, ``"1"`` and None are four.

    The page has each value as JSON. Where that is no name for it alone (``1.0`` beside ``1``, or NaN), it has a text
    that stands for the value.
    """

    @cached_property
    def values(self) -> list[Any]:
        """The values, as the app wrote them."""
        return [value for _, value in self]

    @cached_property
    def payloads(self) -> list[Any]:
        """What the page has for each of :attr:`values`."""
        names: dict[Hashable, Hashable] = {}
        payloads = []
        for value in self.values:
            payload = in_page(value)
            exact = _exact(value)
            if names.setdefault(_exact(payload), exact) != exact or _is_unknown_to_json(value):
                payload = f"{value!r} ({type(value).__name__})"
            payloads.append(payload)
        return payloads

    def payload(self, value: Any) -> Any:
        """What the page has for ``value``, which may be no choice."""
        index = self._by_value.get(_exact(value))
        return in_page(value) if index is None else self.payloads[index]

    def position(self, payload: Any) -> int | None:
        """Where the choice is that the page has as ``payload``; None for no choice."""
        return self._by_payload.get(_exact(in_page(payload)))

    def knows(self, value: Any) -> bool:
        """Whether ``value`` is a choice."""
        return self.position(self.payload(value)) is not None

    @cached_property
    def _by_value(self) -> dict[Hashable, int]:
        return _places(self.values)

    @cached_property
    def _by_payload(self) -> dict[Hashable, int]:
        return _places(self.payloads)


def in_page(value: Any) -> Any:
    """``value`` as the page has it, where whole numbers have no ``.0``."""
    if type(value) not in (str, int, bool, type(None)):
        value = as_json(value)
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _places(values: Iterable[Any]) -> dict[Hashable, int]:
    """Where each value is, the first of several."""
    places: dict[Hashable, int] = {}
    for index, value in enumerate(values):
        places.setdefault(_exact(value), index)
    return places


def _exact(value: Any) -> Hashable:
    """Something hashable that only the same value of the same type is equal to; NaN is equal to itself."""
    return type(value), value if type(value) is str else repr(value)


def _is_unknown_to_json(value: Any) -> bool:
    return isinstance(value, float) and not isfinite(value)
