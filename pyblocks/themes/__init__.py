"""``gr.themes``: how an app looks. Each theme is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import Base, ThemeClass
from .named import MODULES, built_in
from .utils import colors, sizes
from .utils.colors import Color
from .utils.fonts import Font, GoogleFont, LocalFont
from .utils.sizes import Size

if TYPE_CHECKING:
    from .citrus import Citrus
    from .cyberpunk import Cyberpunk
    from .default import Default
    from .ember import Ember
    from .glass import Glass
    from .mario import Mario
    from .monochrome import Monochrome
    from .neon import Neon
    from .ocean import Ocean
    from .origin import Origin
    from .soft import Soft

__all__ = [
    "Base",
    "Citrus",
    "Color",
    "Cyberpunk",
    "Default",
    "Ember",
    "Font",
    "Glass",
    "GoogleFont",
    "LocalFont",
    "Mario",
    "Monochrome",
    "Neon",
    "Ocean",
    "Origin",
    "Size",
    "Soft",
    "ThemeClass",
    "colors",
    "sizes",
]


def __getattr__(name: str) -> Any:
    """Import a theme, or say which name is nearest."""
    if name in MODULES:
        return built_in(name)
    from difflib import get_close_matches

    nearest = get_close_matches(name, __all__, n=1)
    hint = f" Did you mean gr.themes.{nearest[0]}?" if nearest else ""
    raise AttributeError(f"There is no gr.themes.{name}.{hint}", name=name)
