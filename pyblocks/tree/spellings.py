"""Older spellings of Gradio's, accepted beside Gradio 6's.

The older name works as it did and prints one line that names the newer one. A table per kind of callable says what
each old argument turns into; signatures stay Gradio 6's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

#: Takes an older argument's value and the other arguments, which it changes; gives the newer spelling. No spelling
#: for a value that is none of the older ones.
Change = Callable[[Any, dict[str, Any]], str]


def accepts_older_spellings(older: Mapping[str, Change]) -> Callable[[F], F]:
    """Let a callable take the arguments that ``older`` names too, without showing them in its signature."""

    def decorate(function: F) -> F:
        @wraps(function)
        def accepting(*args: Any, **kwargs: Any) -> Any:
            for name in older.keys() & kwargs.keys():
                newer = older[name](kwargs.pop(name), kwargs)
                if newer:
                    _tell(function.__qualname__.rpartition(".")[0], name, newer)
            return function(*args, **kwargs)

        return accepting  # type: ignore[return-value]

    return decorate


@cache
def _tell(callee: str, older: str, newer: str) -> None:
    """Say it once, however often it is written or run."""
    print(f"PyBlocks: {callee}({older}=...) is an older spelling; Gradio 6's is {newer}", file=sys.stderr)


def _show_api(value: Any, kwargs: dict[str, Any]) -> str:
    kwargs.setdefault("api_visibility", "public" if value else "undocumented")
    return "api_visibility="


def _api_link(value: Any, kwargs: dict[str, Any]) -> str:
    return "footer_links="  # which shows no API here anyway: there is no server


def _renamed(newer: str) -> Change:
    def change(value: Any, kwargs: dict[str, Any]) -> str:
        kwargs.setdefault(newer, value)
        return f"{newer}="

    return change


def _button(name: str) -> Change:
    def change(value: Any, kwargs: dict[str, Any]) -> str:
        others = [button for button in kwargs.get("buttons") or () if button != name]
        kwargs["buttons"] = [*others, name] if value else others
        return f"buttons=[{name!r}]"

    return change


#: Of every event listener.
EVENT: Mapping[str, Change] = {"show_api": _show_api}
#: Of ``launch()``.
LAUNCH: Mapping[str, Change] = {"show_api": _api_link}
#: Of components with a copy button.
COPY_BUTTON: Mapping[str, Change] = {"show_copy_button": _button("copy")}
#: Of Slider.
RESET_BUTTON: Mapping[str, Change] = {"show_reset_button": _button("reset")}


def _lazy_cache(value: Any, kwargs: dict[str, Any]) -> str:
    kwargs["cache_examples"] = value
    if value != "lazy":
        return ""
    kwargs["cache_examples"] = True
    kwargs.setdefault("cache_mode", "lazy")
    return 'cache_examples=True, cache_mode="lazy"'


#: Of gr.Examples.
EXAMPLES: Mapping[str, Change] = {"cache_examples": _lazy_cache}
#: Of gr.Interface.
INTERFACE: Mapping[str, Change] = {**EXAMPLES, "allow_flagging": _renamed("flagging_mode")}
#: Of BrowserState, whose value other components call ``value``.
DEFAULT_VALUE: Mapping[str, Change] = {"value": _renamed("default_value")}
