"""Has this value changed? The rule that ``change`` listeners follow."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any


def fingerprint(value: Any) -> Any:
    """Something hashable that is equal for values with equal content, and only for those.

    Lists, tuples, sets, dicts and dataclasses count by their elements, other objects by ``hash()``, those that can't
    be hashed by identity. ``1``, ``True`` and ``1.0`` differ, NaN equals itself, and a value that holds itself counts
    as the same where its shape is the same.
    """
    return _fingerprint(value, {})


def _fingerprint(value: Any, parents: dict[int, int]) -> Any:
    kind = type(value)
    if kind in (str, int, bool, bytes, type(None)):
        return kind, value
    if kind is float:
        return kind, value if value == value else "nan"
    if id(value) in parents:
        return "cycle", parents[id(value)]
    parents = {**parents, id(value): len(parents)}
    if isinstance(value, (list, tuple)):
        return kind, tuple(_fingerprint(item, parents) for item in value)
    if isinstance(value, (set, frozenset)):
        return kind, frozenset(_fingerprint(item, parents) for item in value)
    if isinstance(value, dict):
        return kind, frozenset((_fingerprint(k, parents), _fingerprint(v, parents)) for k, v in value.items())
    if isinstance(value, bytearray):
        return kind, bytes(value)
    if is_dataclass(value) and kind.__hash__ is None:
        return kind, tuple(_fingerprint(getattr(value, f.name), parents) for f in fields(value))
    return kind, hash(value) if kind.__hash__ is not None else id(value)
