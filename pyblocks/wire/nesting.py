"""How deeply data may be nested: one limit for all that comes in, is compared, kept or shown."""

from __future__ import annotations

import re
from typing import Any

#: Levels of lists and dicts. Python's C code ends the page's Python, by leaving no stack, from some 2,500 on.
MAX_DEPTH = 1100

SCALARS = frozenset({type(None), bool, int, float, str})

_NO_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[^][{}"]++')


def check_text(text: str) -> None:
    """Check JSON text before it is read; whether it is JSON is not looked at.

    Raises:
        ValueError: it is nested too deeply.
    """
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth = 0
    for bracket in _NO_BRACKETS.sub("", text):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise ValueError(f"The text is nested too deeply: over {MAX_DEPTH} levels.")


def is_deep(value: Any) -> bool:
    """Whether lists, tuples and dicts in ``value`` are nested too deeply, or hold themselves."""
    path = [iter((value,))]
    while path:
        for item in path[-1]:
            items = item.values() if isinstance(item, dict) else item
            if isinstance(item, (dict, list, tuple)) and not SCALARS.issuperset(map(type, items)):
                path.append(iter(items))
                break
        else:
            path.pop()
        if len(path) > MAX_DEPTH:
            return True
    return False
