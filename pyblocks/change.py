"""Has this value changed? The rule that ``change`` listeners follow."""

from __future__ import annotations

import marshal
from collections.abc import Hashable, Iterable
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

#: Texts longer than this (bytes) are kept as their digest, so that a fingerprint of a large value is small.
_LONG = 64

_SCALARS = frozenset({str, int, float, bool, bytes, complex, type(None)})
_FLAT = frozenset({list, tuple, set, frozenset})


def fingerprint(value: Any) -> Hashable:
    """Something hashable that is equal for values with equal content, and only for those.

    Lists, tuples, sets, dicts and their nestings count by their elements; so do dataclasses and objects with attributes
    whose class says how to compare but not how to hash; NumPy arrays and pandas frames count by what they hold; other
    objects by ``hash()``. ``1``, ``True`` and ``1.0`` differ, NaN equals itself, the order of a dict and of a set does
    not matter, and a value that holds itself counts by its shape.

    Raises:
        Exception: whatever an object's ``__hash__`` raises.
    """
    return _Fingerprint().of(value)


class _Fingerprint:
    """One look at a value; knows which containers it is inside of."""

    def __init__(self) -> None:
        self._inside: dict[int, int] = {}

    def of(self, value: Any) -> Hashable:
        quick = _marshalled(value)
        if quick is not None:
            return quick
        if id(value) in self._inside:
            return "cycle", self._inside[id(value)]
        self._inside[id(value)] = len(self._inside)
        try:
            return type(value), self._content(value)
        finally:
            del self._inside[id(value)]

    def _content(self, value: Any) -> Hashable:
        if isinstance(value, (list, tuple)):
            return self._each(value)
        if isinstance(value, (set, frozenset)):
            return frozenset(self._each(value))
        if isinstance(value, dict):
            return frozenset((self.of(key), self.of(item)) for key, item in value.items())
        if isinstance(value, bytearray):
            return bytes(value)
        if (data := _table_data(value)) is not None:
            return self.of(data)
        if type(value).__hash__ is not None:
            return hash(value)
        if is_dataclass(value):
            return self._each(getattr(value, field.name) for field in fields(value))
        if hasattr(value, "__dict__") or hasattr(type(value), "__slots__"):
            return self.of(_attributes(value))
        return id(value)

    def _each(self, values: Iterable[Any]) -> tuple[Hashable, ...]:
        return tuple(map(self.of, values))


def _marshalled(value: Any) -> bytes | None:
    """A plain value, or a flat container of them, as bytes, at the speed of C; None for anything else.

    Version 2 of the format tells ``1``, ``True`` and ``1.0`` apart, sorts sets, and doesn't depend on which objects
    are shared.
    """
    kind = type(value)
    if kind in _SCALARS or (kind in _FLAT and _are_scalars(value)):
        return _digest(marshal.dumps(value, 2))
    if kind is dict and _are_scalars(value.values()) and set(map(type, value)) <= {str}:
        return _digest(marshal.dumps((dict.__name__, sorted(value.items())), 2))
    return None


def _are_scalars(values: Iterable[Any]) -> bool:
    return _SCALARS.issuperset(map(type, values))


def _digest(data: bytes) -> bytes:
    return data if len(data) <= _LONG else blake2b(data).digest()


def _table_data(value: Any) -> tuple[Any, ...] | None:
    """What a NumPy array or a pandas frame or series holds; None for anything else. They are never imported here."""
    if hasattr(value, "tobytes") and hasattr(value, "dtype") and hasattr(value, "shape"):
        held = value.tolist() if value.dtype.hasobject else value.tobytes()
        return str(value.dtype), tuple(value.shape), held
    if hasattr(value, "to_numpy") and hasattr(value, "index"):
        labels = list(getattr(value, "columns", ())) or [getattr(value, "name", None)]
        return labels, list(value.index), str(value.dtypes), value.to_numpy().tolist()
    return None


def _attributes(value: Any) -> dict[str, Any]:
    slots = [name for base in type(value).__mro__ for name in getattr(base, "__slots__", ())]
    return {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(value, "__dict__", {})
