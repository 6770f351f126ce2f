"""Values as JSON text, exactly: what a BrowserState keeps. And JSON that others have written."""

from __future__ import annotations

import json
import math
import re
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any, NoReturn

from .nesting import check_text, is_deep

#: Two code points that JSON can't tell from the one character they stand for together.
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def json_text(value: Any) -> str:
    """``value`` as JSON that reads back as the same value.

    Tuples are written as lists, dataclasses and Pydantic models as dicts. Everything else that JSON has no form for
    is refused, not bent into shape.

    Raises:
        TypeError, ValueError: it can't be written; the message has the path to the part that can't, as in
            ``value["a"][3]``.
    """
    if not is_deep(value):
        with suppress(TypeError, ValueError, RecursionError):  # _plain() converts it, or says what is wrong where
            text = _dumps(value)
            if json.loads(text) == value:
                return text
    try:
        return _dumps(_plain(value, "value", ()))
    except RecursionError:
        raise ValueError("BrowserState keeps JSON, and this value is nested too deeply to be read again.") from None


def json_value(text: str) -> Any:
    """The value of JSON that :func:`json_text` or anything else has written.

    Raises:
        ValueError: it is not JSON, is nested too deeply, or has a number that Python has no room for.
    """
    check_text(text)
    return json.loads(text, parse_constant=_refuse, parse_float=_finite)


def canonical(text: str) -> str:
    """JSON in the one form that all JSON of the same content has."""
    return json.dumps(json.loads(text), sort_keys=True)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"JSON has no {name}.")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"{digits[:20]} is too large a number.")
    return number


def _dumps(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # lone surrogates: only as escapes can they be stored
        return json.dumps(value, allow_nan=False)
    return text


def _plain(value: Any, path: str, inside: tuple[int, ...]) -> Any:
    """``value`` in JSON's own types."""
    if isinstance(value, str):
        return _text(value, path)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"BrowserState keeps JSON, which has no {value}: {path}.")
        return value
    if id(value) in inside:
        raise ValueError(f"BrowserState keeps JSON, and {path} holds itself.")
    inside = (*inside, id(value))
    if isinstance(value, (list, tuple)):
        return [_plain(item, f"{path}[{index}]", inside) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {_key(key, path): _plain(item, f"{path}[{_quoted(key)}]", inside) for key, item in value.items()}
    if not isinstance(value, type) and hasattr(value, "model_dump"):
        return _plain(value.model_dump(mode="json"), path, inside)
    if not isinstance(value, type) and is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), f"{path}.{f.name}", inside) for f in fields(value)}
    raise TypeError(f"BrowserState keeps JSON, which has no {type(value).__name__}: {path}.")


def _key(key: Any, path: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"BrowserState keeps JSON, whose keys are text: {path} has the key {key!r}.")
    return _text(key, path)


def _text(text: str, path: str) -> str:
    if not text.isascii() and _SURROGATE_PAIR.search(text):
        raise ValueError(f"BrowserState keeps JSON, whose text has no pairs of surrogates: {path}.")
    return text


def _quoted(key: Any) -> str:
    return json.dumps(key, ensure_ascii=False) if isinstance(key, str) else repr(key)
