"""What the page may say of a prop: values that are checked by type, and converted, before Python sees them."""

from __future__ import annotations

import math
from typing import Any


class Refused(ValueError):
    """What the page said is nothing that a block takes. The message is for the visitor."""


def text(value: Any) -> str | None:
    """Text or None; a number as text.

    Raises:
        Refused: it is something else.
    """
    if value is None or isinstance(value, str):
        return value
    return str(scalar(value, "text"))


def number(value: Any) -> float | int | None:
    """A finite number or None; text that is one as a number.

    Raises:
        Refused: it is something else.
    """
    if value is None:
        return None
    try:
        if isinstance(value, str):
            value = float(value)
        if not isinstance(value, bool) and isinstance(value, (int, float)) and math.isfinite(value):
            return value
    except (ValueError, OverflowError):
        pass
    raise refusal("a number", value)


def boolean(value: Any) -> bool:
    """True or false; 1, 0 and None likewise.

    Raises:
        Refused: it is something else.
    """
    if value is None or (isinstance(value, (bool, int)) and value in (0, 1)):
        return bool(value)
    raise refusal("true or false", value)


def scalar(value: Any, wanted: str) -> str | int | float | bool:
    """Text, a finite number, true or false.

    Parameters:
        wanted: what the message says that it should be.

    Raises:
        Refused: it is something else.
    """
    if isinstance(value, (str, bool)) or (isinstance(value, (int, float)) and number(value) is not None):
        return value
    raise refusal(wanted, value)


def listed(value: Any, wanted: str) -> list[Any]:
    """A list; an empty one for None.

    Raises:
        Refused: it is something else.
    """
    if value is None or isinstance(value, list):
        return value or []
    raise refusal(wanted, value)


def refusal(wanted: str, value: Any) -> Refused:
    """That it is not what is wanted; of a long value only the beginning."""
    try:
        shown = repr(value)
    except (RecursionError, ValueError):  # nested deeply, or a number of more digits than Python writes
        shown = f"a {type(value).__name__}"
    return Refused(f"takes {wanted}, not {shown if len(shown) <= 60 else shown[:60] + '…'}")
