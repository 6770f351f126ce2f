"""How a value that the page shows became the next one, so that an answer that grows isn't sent again and again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from .protocol import ValueEdit

Path = tuple[str | int, ...]

_SCALARS = frozenset({str, int, float, bool, type(None)})
#: Values that are nested deeper are sent as they are.
_MAX_DEPTH = 16
#: More parts than these are no growth: the whole value is sent.
_MAX_EDITS = 50


class NotPlain(Exception):
    """A value is more than lists, dicts with texts as keys, text, numbers, true, false and null."""


def snapshot(value: Any, depth: int = 0) -> Any:
    """``value`` as it is now, in lists and dicts that nobody else has. Text and numbers are the same objects.

    Raises:
        NotPlain: it can't be compared with what comes later.
    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if depth == _MAX_DEPTH:
        raise NotPlain
    if kind is list or kind is tuple:
        return [snapshot(item, depth + 1) for item in value]
    if kind is dict and all(type(key) is str for key in value):
        return {key: snapshot(item, depth + 1) for key, item in value.items()}
    raise NotPlain


def growth(id: int, old: Any, new: Any) -> list[ValueEdit] | None:
    """What turns ``old`` into ``new``, two snapshots of block ``id``'s value; None: send ``new`` as it is."""
    edits: list[ValueEdit] = []
    for path, kind, value in islice(_differences(old, new, ()), _MAX_EDITS + 1):
        if not path and kind == "set":
            return None
        edits.append({"id": id, "path": list(path), "edit": kind, "value": value})
    return edits if len(edits) <= _MAX_EDITS else None


def _differences(old: Any, new: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Each part that differs: where it is, ``append`` or ``set``, and what."""
    kind = type(new)
    if old is new:
        return
    if type(old) is not kind:
        yield path, "set", new
    elif kind is str:
        if not new.startswith(old):
            yield path, "set", new
        elif len(new) > len(old):
            yield path, "append", new[len(old) :]
    elif kind is list:
        yield from _list_differences(old, new, path)
    elif kind is dict:
        yield from _dict_differences(old, new, path)
    elif old != new:
        yield path, "set", new


def _list_differences(old: list[Any], new: list[Any], path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if len(new) < len(old):
        yield path, "set", new
        return
    for index in [index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b]:
        yield from _differences(old[index], new[index], (*path, index))
    if len(new) > len(old):
        yield path, "append", new[len(old) :]


def _dict_differences(old: dict[str, Any], new: dict[str, Any], path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if list(islice(new, len(old))) != list(old):  # the order counts too: it is seen
        yield path, "set", new
        return
    for key, item in new.items():
        if key in old:
            yield from _differences(old[key], item, (*path, key))
        else:
            yield (*path, key), "set", item
