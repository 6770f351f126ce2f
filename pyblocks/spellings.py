"""Gradio 5's spellings, accepted beside Gradio 6's.

The older name works as it did and prints one line that names the newer one. A table per kind of callable says what
each old argument turns into; signatures stay Gradio 6's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

Change = Callable[[Any, dict[str, Any]], str]


def _show_api(value: Any, kwargs: dict[str, Any]) -> str:
    kwargs.setdefault("api_visibility", "public" if value else "undocumented")
    return "api_visibility="


def _button(name: str) -> Change:
    def change(value: Any, kwargs: dict[str, Any]) -> str:
        if value:
            kwargs["buttons"] = [*(kwargs.get("buttons") or ()), name]
        return f"buttons=[{name!r}]"

    return change


#: kind of callable → older argument → what it does to the arguments; the change returns the newer spelling.
_OLDER: dict[str, dict[str, Change]] = {
    "event": {"show_api": _show_api},
    "copy": {"show_copy_button": _button("copy")},
}


def accepts_older_spellings(kind: str) -> Callable[[F], F]:
    """Let a callable take the older arguments of ``kind`` too, without showing them in its signature."""
    older = _OLDER[kind]

    def decorate(function: F) -> F:
        @wraps(function)
        def accepting(*args: Any, **kwargs: Any) -> Any:
            for name in older.keys() & kwargs.keys():
                newer = older[name](kwargs.pop(name), kwargs)
                print(f"PyBlocks: {name}= is Gradio 5's spelling; in Gradio 6 it is {newer}", file=sys.stderr)
            return function(*args, **kwargs)

        return accepting  # type: ignore[return-value]

    return decorate
