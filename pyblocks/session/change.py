"""Has this value changed? The rule that ``change`` listeners follow."""

from __future__ import annotations

import json
import marshal
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from numbers import Number
from operator import ne
from types import MemberDescriptorType
from typing import Any

from ..wire.nesting import SCALARS, is_deep

#: Texts longer than this (bytes) are kept as their digest, so that a fingerprint of a large value is small.
_LONG = 64

_SCALARS = frozenset({str, int, float, bool, bytes, complex, type(None)})
_FLOATS = frozenset({float, complex})
_FLAT = frozenset({list, tuple, set, frozenset})
_NESTING = frozenset({list, dict})


def fingerprint(value: Any) -> Hashable:
    """Something hashable that is equal for values with equal content, and only for those.

    Lists, tuples, sets, dicts and their nestings count by their elements; so do frozen dataclasses, and objects whose
    class says how to compare but not how to hash, by their attributes and elements; NumPy arrays and pandas frames
    count by what they hold; other objects by ``hash()``. ``1``, ``True`` and ``1.0`` differ, NaN equals itself, the
    order of a dict and of a set does not matter, and a value that holds itself counts by its shape.

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
        if type(value) in _NESTING and _is_json(value):  # at any depth that comes in: recursion in Python ends sooner
            return "json", _digest(
                json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
            )
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
        if isinstance(value, Mapping):
            return frozenset([(self.of(key), self.of(item)) for key, item in value.items()])
        if isinstance(value, (bytearray, memoryview)):
            return bytes(value)
        if isinstance(value, Number):  # NaN, or a Decimal or Fraction, of which -1 and -2 have one hash
            return repr(value)
        if (data := _table_data(value)) is not None:
            return self.of(data)
        if is_dataclass(value) and (type(value).__hash__ is None or _is_frozen(value)):
            return self._each(getattr(value, field.name) for field in fields(value))
        if type(value).__hash__ is not None:
            return hash(value)
        elements = self._each(value) if isinstance(value, Collection) else ()
        return self.of(_attributes(value)), elements

    def _each(self, values: Iterable[Any]) -> tuple[Hashable, ...]:
        return tuple([self.of(value) for value in values])  # not map(): through C, it would end the page's Python


def _marshalled(value: Any) -> bytes | None:
    """A plain value, or a flat container of them, as bytes, at the speed of C; None for anything else.

    Version 2 of the format tells ``1``, ``True`` and ``1.0`` apart, sorts sets, and doesn't depend on which objects
    are shared.
    """
    kind = type(value)
    if (kind in _SCALARS and value == value) or (kind in _FLAT and _are_scalars(value)):
        return _digest(marshal.dumps(value, 2))
    if kind is dict and _are_scalars(value.values()) and set(map(type, value)) <= {str}:
        keys = sorted(value)
        return _digest(marshal.dumps((dict.__name__, keys, list(map(value.__getitem__, keys))), 2))
    return None


def _are_scalars(values: Collection[Any]) -> bool:
    """Whether all are plain values; NaN, which has many bytes, is none."""
    kinds = set(map(type, values))
    return kinds <= _SCALARS and (kinds.isdisjoint(_FLOATS) or not any(map(ne, values, values)))


def _is_json(value: Any) -> bool:
    """Whether these are lists, dicts with texts as keys, and plain values, nested no deeper than they may be."""
    if is_deep(value):
        return False
    containers = [value]
    while containers:
        container = containers.pop()
        kind = type(container)
        if kind not in _NESTING or (kind is dict and not {str}.issuperset(map(type, container))):
            return False
        items = container.values() if kind is dict else container
        containers += [item for item in items if type(item) not in SCALARS]
    return True


def _digest(data: bytes) -> bytes:
    return data if len(data) <= _LONG else blake2b(data).digest()


def _is_frozen(value: Any) -> bool:
    """Whether a dataclass makes its own ``hash()``: of its fields, which may hold lists."""
    return bool(value.__dataclass_params__.frozen and value.__dataclass_params__.eq)


def _table_data(value: Any) -> list[Any] | None:
    """What a NumPy array or a pandas frame, series or index holds; None for anything else. Neither is imported here."""
    if _has(value, "tobytes", "dtype", "shape"):
        if value.dtype.kind == "f" and (value != value).any():
            value = value.copy()
            value[value != value] = float("nan")
        held = value.tolist() if value.dtype.hasobject else value.tobytes()
        return [str(value.dtype), tuple(value.shape), held]
    if _has(value, "to_numpy", "columns", "index"):
        return [value.index, [(name, str(column.dtype), column.to_numpy()) for name, column in value.items()]]
    if _has(value, "to_numpy", "dtype"):
        index, name = getattr(value, "index", None), getattr(value, "name", None)
        return [index, name, str(value.dtype), value.to_numpy()]
    return None


def _has(value: Any, *names: str) -> bool:
    """Whether its class has these: an object may claim to have any."""
    return all(hasattr(type(value), name) for name in names)


def _attributes(value: Any) -> dict[str, Any]:
    """The attributes that the object itself holds, in ``__slots__`` or not."""
    members = [(n, m) for base in type(value).__mro__ for n, m in vars(base).items()]
    slots = [name for name, member in members if isinstance(member, MemberDescriptorType)]
    return {name: getattr(value, name) for name in slots if hasattr(value, name)} | getattr(value, "__dict__", {})
