"""From a theme to the style sheet that the page gets."""

from __future__ import annotations

from collections.abc import Iterator

from .base import ThemeClass
from .default import Default
from .utils.fonts import LocalFont
from .variables import REFERENCE


def theme_css(theme: ThemeClass) -> str:
    """The style sheet of ``theme``: its fonts, and its variables in light and dark.

    The page's own style sheet is the Default theme as PyBlocks renders it: of a Default, only what the app changed
    goes on top of that. Both are in one layer, which an app's own CSS wins over.
    """
    plain = Default().page_variables() if isinstance(theme, Default) else {}
    changed = {name: value for name, value in theme.page_variables().items() if plain.get(name) != value}
    light = {name: value for name, value in changed.items() if not name.endswith("_dark")}
    dark = {name.removesuffix("_dark"): value for name, value in changed.items() if name.endswith("_dark")}
    same = {name: value for name, value in light.items() if getattr(theme, f"{name}_dark", None) is None}
    rules = [_rule(":root", light), _rule(":root.dark,\n:root .dark", same | dark)]
    css = "\n".join(filter(None, [*_faces(theme), *rules, theme.custom_css]))
    return f"@layer pyblocks {{\n{css}\n}}" if css else ""


def _rule(selector: str, variables: dict[str, str]) -> str:
    body = "".join(f"\n  --{name.replace('_', '-')}: {_css_value(value)};" for name, value in variables.items())
    return f"{selector} {{{body}\n}}" if body else ""


def _css_value(value: str) -> str:
    named = REFERENCE.sub(lambda match: f"var(--{match[1].replace('_', '-')})", value)
    return named.strip().removesuffix(";")


def _faces(theme: ThemeClass) -> Iterator[str]:
    """The rules of fonts in the app's folder. The built-in themes' own aren't there, and nobody expects them."""
    for font in (*theme._font, *theme._font_mono):
        if isinstance(font, LocalFont):
            if font not in theme.built_in_fonts():
                font.check()
            yield font.stylesheet()["css"] or ""
