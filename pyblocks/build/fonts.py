"""Web fonts of an app's theme, fetched when it is built with ``--fonts``: its page asks no other host for them."""

from __future__ import annotations

import ast
import base64
import os
import re
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urljoin

from ..themes.named import MODULES, built_in
from ..themes.utils.fonts import GoogleFont, LocalFont
from .errors import BuildError
from .record import digest
from .report import Report, size

REGISTRY = "PYBLOCKS_FONTS"
"""The environment variable that names another registry than Google's, one with the same style sheets."""

_FACE = re.compile(r"@font-face\s*\{[^{}]*\}")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")

#: Registries give each browser the format that it reads; all that run WebAssembly read WOFF2.
_BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@dataclass(frozen=True)
class Fonts:
    """Fetched fonts: their rules, in which each file is named by its path in a site; and the files."""

    css: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    def style(self, *, embedded: bool, root: str = "") -> str:
        """The page's element with the rules; ``embedded`` has the files in it, else they are below the URL ``root``."""
        if not self.css:
            return ""
        css = self.css
        for path, data in self.files.items():
            inside = f"data:font/woff2;base64,{base64.b64encode(data).decode()}" if embedded else f"{root}{path}"
            css = css.replace(path, inside)
        return f"<style>{css}</style>"


def fetch_fonts(app_files: Mapping[str, bytes], report: Report, fetch: Callable[[str], bytes] | None = None) -> Fonts:
    """Fetch the fonts that the app's files name; ``fetch`` gives what is at a URL.

    Raises :class:`BuildError` if the registry doesn't give one of them.
    """
    fetch = fetch or _fetch
    fonts = list(dict.fromkeys(_named_fonts(app_files)))
    if not fonts:
        report.say("Note: --fonts found no gr.themes.GoogleFont and no built-in theme with fonts of its own.")
        return Fonts()
    with report.step(f"Fetching {', '.join(font.name for font in fonts)}") as step:
        fetched = [_with_file(face, font, fetch) for font in fonts for face in _faces(font, fetch)]
        files = {path: data for _, path, data in fetched}
        step.result = f"{len(files)} files, {size(sum(map(len, files.values())))}"
    return Fonts("\n".join(face for face, _, _ in fetched), files)


def _faces(font: GoogleFont, fetch: Callable[[str], bytes]) -> list[str]:
    """The rules of the font's style sheet, one for each file."""
    url = font.stylesheet()["url"]
    if registry := os.environ.get(REGISTRY):
        url = f"{registry}?{url.partition('?')[2]}"
    faces = _FACE.findall(fetch(url).decode("utf-8", "replace"))
    if not faces or any("<" in face for face in faces):
        raise BuildError(f"what {url} gives is no style sheet with the font {font.name}")
    return [_URL.sub(lambda found: f"url({urljoin(url, found[1])})", face) for face in faces]


def _with_file(face: str, font: GoogleFont, fetch: Callable[[str], bytes]) -> tuple[str, str, bytes]:
    """The rule with the path of its file in a site, that path, and the file."""
    url = _URL.search(face)
    data = fetch(url[1]) if url else b""
    if not url or not data.startswith(b"wOF2"):
        raise BuildError(f"the font {font.name} has a file that is no WOFF2: {url[1] if url else face}")
    name = re.sub(r"\W", "", font.name)
    path = f"assets/{name}-{digest(data)[:10]}.woff2"
    return face[: url.start(1)] + path + face[url.end(1) :], path, data


def _fetch(url: str) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise BuildError(f"can't fetch the font file {url}: it is no web address")
    request = urllib.request.Request(url, headers={"User-Agent": _BROWSER})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            data: bytes = response.read()
            return data
    except (OSError, HTTPException) as error:
        raise BuildError(f"can't fetch {url}: {error}; build without --fonts to have the theme's next font") from error


def _named_fonts(files: Mapping[str, bytes]) -> Iterator[GoogleFont]:
    """The fonts that the Python files name: by ``GoogleFont("Name")``, or by a built-in theme."""
    for name, source in files.items():
        if name.endswith(".py"):
            try:
                tree = ast.parse(source)
            except (SyntaxError, ValueError):  # newer than this Python, which the page's reads
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    yield from _fonts_of(node)


def _fonts_of(call: ast.Call) -> Iterator[GoogleFont]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if called == "GoogleFont" and call.args:
        yield from _google_font(call)
    themes = {
        _text(keyword.value).lower().removeprefix("gradio/") for keyword in call.keywords if keyword.arg == "theme"
    }
    for name in MODULES:
        if name == called or name.lower() in themes:
            theme = built_in(name)()
            for font in (*theme._font, *theme._font_mono):
                if isinstance(font, LocalFont):
                    yield GoogleFont(font.name, font.weights)


def _google_font(call: ast.Call) -> Iterator[GoogleFont]:
    try:
        arguments = [ast.literal_eval(argument) for argument in call.args]
        options = {keyword.arg or "": ast.literal_eval(keyword.value) for keyword in call.keywords}
        yield GoogleFont(*arguments, **options)
    except (ValueError, TypeError) as error:
        raise BuildError(
            f"--fonts can't read {ast.unparse(call)}: write its name and weights out, as in GoogleFont('Inter')"
        ) from error


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
