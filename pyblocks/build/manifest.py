"""What the build writes into the page about itself; twin of ``web/src/site.ts``."""

from __future__ import annotations

import json
from typing import Any, Literal, NotRequired, TypedDict

SiteFile = Literal[
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "bytecode.zip",
    "snapshot.bin",
    "python_stdlib.zip",
    "pyblocks.zip",
    "app.zip",
]
"""The files that Python starts from."""

PYODIDE_FILES: tuple[SiteFile, ...] = ("pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
"""Those of them that are Pyodide's own."""

SNAPSHOT_FILES: tuple[SiteFile, ...] = ("snapshot.bin", "python_stdlib.zip", "pyblocks.zip")
"""The snapshot, and the sources of what is in it. Without one, Python starts from bytecode."""


class FileEntry(TypedDict):
    """Where a file is: a URL relative to the page, or ``#id`` of the element that holds it. ``size`` in bytes."""

    url: str
    size: int


class Site(TypedDict):
    """The page's manifest.

    ``entry`` is the app's file, inside its folder. ``stdlib`` says whether the app imports more of the standard library
    than the snapshot has. ``offline`` stands for all files of a site but its page; it is None if browsers are not to
    keep the site for use without a network. A single file has none. ``root`` is the site's folder, as a URL relative
    to the page: ``""`` but for the apps of a gallery.
    """

    title: str
    entry: str
    stdlib: bool
    offline: NotRequired[str | None]
    root: NotRequired[str]
    files: dict[SiteFile, FileEntry]


def manifest_element(site: Site) -> str:
    """The element of the page that holds the manifest."""
    return json_element("pyblocks-site", site)


def json_element(id: str, value: Any) -> str:
    """An element of the page that holds JSON; no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script id="{id}" type="application/json">{text}</script>'
