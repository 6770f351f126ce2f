"""Messages as JSON text, the way they cross between Python and the page."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date, time
from enum import Enum
from json.encoder import c_make_encoder, encode_basestring  # type: ignore[attr-defined]
from pathlib import PurePath
from typing import Any

from .nesting import MAX_DEPTH, SCALARS, check_text, is_deep
from .protocol import ToPage


def encode(message: ToPage) -> str:
    """``message`` as JSON.

    NaN and infinities become null, as in Gradio; NumPy values, dates, enums, paths and dataclasses become what they
    hold.

    Raises:
        TypeError: it holds something that JSON has no form for.
        ValueError: it holds itself, or is nested too deeply.
    """
    return _text(message, is_shallow=_is_shallow(message))


def decode(text: str) -> Any:
    """What the page says in ``text``, the JSON of one message with no space around it.

    Raises:
        ValueError: it is nested too deeply.
    """
    check_text(text)
    message, _ = _decoder.raw_decode(text)
    return message


def _text(message: Any, is_shallow: bool = False) -> str:
    if not is_shallow and is_deep(message):
        raise ValueError(f"The page can't show values that hold themselves or are nested over {MAX_DEPTH} levels.")
    try:
        return "".join(_encode(message, 0))
    except ValueError:
        text = json.dumps(message, default=_plain)
        return json.dumps(json.loads(text, parse_constant=lambda name: None), ensure_ascii=False)


def as_json(value: Any) -> Any:
    """``value`` as the page has it: a copy made of dicts, lists, text, numbers, true, false and null.

    Raises:
        TypeError: it holds something that JSON has no form for.
    """
    return json.loads(_text(value))


def _is_shallow(message: Any) -> bool:
    """Whether it is a message with a few plain values: most are, and need no closer look."""
    if message.get("type") == "update":
        return "edits" not in message and all(SCALARS.issuperset(map(type, p.values())) for _, p in message["patches"])
    return SCALARS.issuperset(map(type, message.values()))


def _plain(value: Any) -> Any:
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PurePath):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if hasattr(value, "tolist"):  # NumPy arrays and scalars, pandas series: never imported here
        return value.tolist()
    raise TypeError(f"The page can't show {type(value).__name__}: return text, numbers, lists or dicts instead.")


#: What ``json.JSONEncoder`` makes anew for each message: a third of the time that a short one takes.
_encode = c_make_encoder(None, _plain, encode_basestring, None, ": ", ", ", False, False, False)
_decoder = json.JSONDecoder()
