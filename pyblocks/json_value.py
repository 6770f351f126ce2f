"""Values as JSON text, exactly: what a BrowserState keeps."""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass
from typing import Any


def json_text(value: Any) -> str:
    """``value`` as JSON that reads back as the same value.

    Tuples are written as lists, dataclasses and Pydantic models as dicts. Everything else that JSON has no form for
    is refused, not bent into shape.

    Raises:
        TypeError, ValueError: it can't be written; the message has the path to the part that can't, as in
            ``value["a"][3]``.
    """
    text = json.dumps(_plain(value, "value", ()), ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # lone surrogates: only as escapes can they be stored
        return json.dumps(_plain(value, "value", ()))
    return text


def _plain(value: Any, path: str, inside: tuple[int, ...]) -> Any:
    """``value`` in JSON's own types."""
    if value is None or isinstance(value, (str, bool, int)):
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
        return {_key(key, path): _plain(item, f"{path}[{key!r}]", inside) for key, item in value.items()}
    if hasattr(value, "model_dump"):
        return _plain(value.model_dump(mode="json"), path, inside)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name), f"{path}.{f.name}", inside) for f in fields(value)}
    raise TypeError(f"BrowserState keeps JSON, which has no {type(value).__name__}: {path}.")


def _key(key: Any, path: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"BrowserState keeps JSON, whose keys are text: {path} has the key {key!r}.")
    return key
