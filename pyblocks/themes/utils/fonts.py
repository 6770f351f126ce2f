"""Fonts (``gradio.themes.utils.fonts``)."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: How files of a font are called, by weight.
WEIGHT_NAMES = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}


class Font:
    """A font that the visitor's system has, or a CSS keyword such as ``sans-serif`` (Gradio's ``gr.themes.Font``)."""

    weights: tuple[int, ...] = ()

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        weights = f", weights={self.weights}" if self.weights else ""
        return f"<{type(self).__module__}.{type(self).__name__} (name={self.name!r}{weights})>"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((self.name, self.weights))

    def stylesheet(self) -> dict[str, Any]:
        """Where its style sheet is: ``url``, or ``css`` with its text; both None if it needs none."""
        return {"url": None, "css": None}


class _WebFont(Font):
    """A font that has files, one for each of ``weights``."""

    def __init__(self, name: str, weights: Iterable[int] = (400, 600)) -> None:
        super().__init__(name)
        self.weights = tuple(weights)

    def __str__(self) -> str:
        return f"'{self.name}'"


class GoogleFont(_WebFont):
    """A font of Google Fonts (Gradio's ``gr.themes.GoogleFont``).

    A page asks no other host for anything: it has the font if the app was built with ``--fonts``, and the next one in
    the theme's stack otherwise.
    """

    def stylesheet(self) -> dict[str, Any]:
        """Its style sheet's address, which the build asks if it is told to."""
        weights = ";".join(map(str, self.weights))
        name = self.name.replace(" ", "+")
        return {"url": f"https://fonts.googleapis.com/css2?family={name}:wght@{weights}&display=swap", "css": None}


class LocalFont(_WebFont):
    """A font in the app's folder, as ``static/fonts/MyFont/MyFont-Regular.woff2`` (Gradio's ``gr.themes.LocalFont``).

    Weight 400 is ``Regular``, 600 ``SemiBold``, 700 ``Bold`` and so on. Where the file is missing, the page has the
    next font in the theme's stack.
    """

    def stylesheet(self) -> dict[str, Any]:
        """Its style sheet, with those of its files in it that there are."""
        files = {weight: self._file(weight) for weight in self.weights}
        faces = [_face(self.name, weight, file) for weight, file in files.items() if file.is_file()]
        return {"url": None, "css": "\n".join(faces) or None}

    def check(self) -> None:
        """Say which of its files the app's folder lacks."""
        for weight in self.weights:
            if not (file := self._file(weight)).is_file():
                print(f"PyBlocks: {file.as_posix()} is missing: the page has the theme's next font.", file=sys.stderr)

    def _file(self, weight: int) -> Path:
        stem = self.name.replace(" ", "")
        return Path("static", "fonts", stem, f"{stem}-{WEIGHT_NAMES.get(weight, weight)}.woff2")


def _face(family: str, weight: int, file: Path) -> str:
    """The rule for one file, with the file in it: only Python has the app's folder."""
    data = base64.b64encode(file.read_bytes()).decode()
    return (
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-display: swap;"
        f" src: url(data:font/woff2;base64,{data}) format('woff2'); }}"
    )


def as_font(value: Any) -> Any:
    """A font as saved themes have it, as what it stands for; text as it is."""
    if not isinstance(value, dict):
        return value
    kinds: dict[str, type[_WebFont]] = {"google": GoogleFont, "local": LocalFont}
    kind = kinds.get(value.get("class", ""))
    return Font(value["name"]) if kind is None else kind(value["name"], value.get("weights", (400, 600)))


def as_saved(font: Font | str) -> Any:
    """A font as saved themes have it."""
    if isinstance(font, str):
        return font
    saved: dict[str, Any] = {"__gradio_font__": True, "name": font.name, "class": "font"}
    if isinstance(font, _WebFont):
        saved |= {"class": "google" if isinstance(font, GoogleFont) else "local", "weights": list(font.weights)}
    return saved
