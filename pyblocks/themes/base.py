"""``gr.themes.Base``: what a theme is, and the plainest one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from .saved import SavedTheme
from .utils import colors, fonts, sizes
from .utils.colors import Color
from .utils.fonts import Font, LocalFont
from .utils.sizes import Size
from .variables import REFERENCE, VARIABLES, Value

if TYPE_CHECKING:
    from typing import Self

Fonts = Font | str | Iterable[Font | str]
Named = TypeVar("Named")

#: Every name that :meth:`ThemeClass.set` takes.
SETTABLE = tuple(
    name
    for variable, value in VARIABLES.items()
    for name in ((variable, f"{variable}_dark") if isinstance(value, tuple) else (variable,))
)


class ThemeClass(SavedTheme):
    """A theme's variables, each an attribute: ``block_radius``, and ``…_dark`` for what it is in dark (Gradio's)."""

    name: str = "base"
    custom_css: str = ""
    _font: list[Font | str]
    _font_mono: list[Font | str]

    def page_variables(self) -> dict[str, str]:
        """The variables that the page gets, by attribute."""
        return {
            name: value
            for name, value in vars(self).items()
            if isinstance(value, str) and not name.startswith("_") and name not in ("name", "custom_css")
        }

    def built_in_fonts(self) -> list[Any]:
        """The fonts that the built-in themes among this one's classes have."""
        built_in = [
            kind
            for kind in type(self).__mro__
            if issubclass(kind, Base) and kind.__module__.startswith(f"{__package__}.")
        ]
        return [font for kind in built_in for name in ("font", "font_mono") for font in kind.defaults.get(name, ())]

    def set(self, **variables: str | None) -> Self:
        """Set variables, and give the theme back. None leaves one as it is.

        Parameters:
            variables: what Gradio's takes: ``block_radius="4px"``, ``body_text_color_dark="*neutral_50"``.

        Raises:
            TypeError: there is no such variable.
            ValueError: a value names a ``_dark`` variable; in dark, every name means its dark variant by itself.
        """
        for name, value in variables.items():
            if name not in SETTABLE:
                from difflib import get_close_matches

                nearest = get_close_matches(name, SETTABLE, n=1)
                raise TypeError(
                    f"Themes have no variable {name!r}." + (f" Did you mean {nearest[0]}?" if nearest else "")
                )
            if value is not None:
                _check_names(name, value)
                setattr(self, name, value)
        return self


class Base(ThemeClass):
    """The plainest theme, and the base class of all (Gradio's ``gr.themes.Base``).

    Parameters:
        primary_hue, secondary_hue, neutral_hue: a :class:`~.utils.colors.Color` or the name of one, ``"red"``.
        text_size, spacing_size, radius_size: a :class:`~.utils.sizes.Size` or the name of one, ``"lg"``.
        font, font_mono: a font or several in order of preference: :class:`~.utils.fonts.Font` or a name.

    Raises:
        ValueError: there is no hue or size of that name.
    """

    #: What an argument is that is not given.
    defaults: ClassVar[Mapping[str, Any]] = {
        "primary_hue": colors.blue,
        "secondary_hue": colors.blue,
        "neutral_hue": colors.zinc,
        "text_size": sizes.text_md,
        "spacing_size": sizes.spacing_md,
        "radius_size": sizes.radius_md,
        "font": (LocalFont("IBM Plex Sans"), "ui-sans-serif", "system-ui", "sans-serif"),
        "font_mono": (LocalFont("IBM Plex Mono"), "ui-monospace", "Consolas", "monospace"),
    }
    #: What differs from the base class.
    variables: ClassVar[Mapping[str, Value]] = VARIABLES

    def __init__(
        self,
        *,
        primary_hue: Color | str | None = None,
        secondary_hue: Color | str | None = None,
        neutral_hue: Color | str | None = None,
        text_size: Size | str | None = None,
        spacing_size: Size | str | None = None,
        radius_size: Size | str | None = None,
        font: Fonts | None = None,
        font_mono: Fonts | None = None,
    ) -> None:
        lineage = [kind for kind in reversed(type(self).__mro__) if issubclass(kind, Base)]
        default = {name: value for kind in lineage for name, value in kind.defaults.items()}
        hues = {"primary": primary_hue, "secondary": secondary_hue, "neutral": neutral_hue}
        for name, hue in hues.items():
            for shade, color in _hue(hue or default[f"{name}_hue"]).shades().items():
                setattr(self, f"{name}_{shade}", color)
        scales = {"spacing": spacing_size, "radius": radius_size, "text": text_size}
        for name, scale in scales.items():
            for step, length in _size(scale or default[f"{name}_size"], name).steps().items():
                setattr(self, f"{name}_{step}", length)
        self._font = _fonts(default["font"] if font is None else font)
        self._font_mono = _fonts(default["font_mono"] if font_mono is None else font_mono)
        self.font = ", ".join(map(str, self._font))
        self.font_mono = ", ".join(map(str, self._font_mono))
        for kind in lineage:
            for name, value in kind.variables.items():
                self._take(name, value)

    def _take(self, name: str, value: Value) -> None:
        light, dark = value if isinstance(value, tuple) else (value, None)
        if light is not None:
            setattr(self, name, light)
        if dark is not None or isinstance(VARIABLES[name], tuple):
            setattr(self, f"{name}_dark", dark or getattr(self, f"{name}_dark", None))


def _hue(hue: Color | str) -> Color:
    if isinstance(hue, Color):
        return hue
    return _named(hue, {name: value for name, value in vars(colors).items() if isinstance(value, Color)}, "hue")


def _size(size: Size | str, scale: str) -> Size:
    if isinstance(size, Size):
        return size
    named = {
        name.removeprefix(f"{scale}_"): value for name, value in vars(sizes).items() if name.startswith(f"{scale}_")
    }
    found: Size = _named(size, named, f"{scale} size")
    return found


def _named(name: Any, among: dict[str, Named], kind: str) -> Named:
    if name not in among:
        raise ValueError(f"Themes have no {kind} {name!r}; there are {', '.join(sorted(among))}.")
    return among[name]


def _fonts(given: Fonts) -> list[Font | str]:
    return [given] if isinstance(given, (Font, str)) else [fonts.as_font(font) for font in given]


def _check_names(name: str, value: str) -> None:
    if "*" in value and "_dark" in value:
        for named in REFERENCE.findall(value):
            if named.endswith("_dark"):
                plain = named.removesuffix("_dark")
                raise ValueError(f"set({name}={value!r}): write *{plain}, which in dark is its dark variant by itself.")
