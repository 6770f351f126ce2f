"""The built front end: what of it goes into a site, and what into a single file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .archive import PACKAGE, pack_pyblocks
from .checkout import built_frontend
from .errors import BuildError
from .licences import LICENCES_NAME
from .manifest import PYODIDE_FILES, SiteFile
from .offline import ICON_NAMES
from .report import Report

_ENTRY = "src/main.ts"
TEMPLATES = ("gallery", "preview", "theme")
"""Of pages that have no script of the front end; ``theme`` is a part of both."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A script, all that it imports, and their style sheets."""

    scripts: list[str]
    styles: list[str]


@dataclass(frozen=True, kw_only=True)
class Frontend:
    """The front end, read. Paths are inside the site; ``scripts`` begins with the one to run, the others it imports.

    ``public`` are the files that browsers look for by name, ``worker`` is the script of the service worker. ``runtime``
    are the files that Python starts from, but for the app; ``modules`` are those of Python that the snapshot has,
    ``parts`` what source files of the front end became that load later than the start, ``templates`` other pages than
    the app's, ``licences`` the notices of all of it, and ``tools`` the folder of the programs for Node.js.
    """

    template: str
    assets: dict[str, bytes]
    public: dict[str, bytes]
    scripts: list[str]
    styles: list[str]
    worker: str
    single_script: str
    single_style: str
    runtime: dict[SiteFile, bytes]
    modules: frozenset[str]
    parts: dict[str, Part]
    templates: dict[str, str]
    licences: str
    tools: Path


def load_frontend(report: Report) -> Frontend:
    """The front end that came with the installed package, or that of this checkout, built if it has to be."""
    installed, web = PACKAGE / "_web", PACKAGE.parent / "web"
    if installed.is_dir():
        return read_frontend(installed)
    if not (web / "package.json").is_file():
        raise BuildError(
            "this copy of PyBlocks has no front end: install PyBlocks again, or use a clone of its repository"
        )
    with built_frontend(web, report) as dist:
        return read_frontend(dist)


def read_frontend(dist: Path) -> Frontend:
    """Read a built front end, as ``web/dist`` holds it."""
    chunks = json.loads((dist / "site" / ".vite" / "manifest.json").read_text("utf-8"))
    start = _loaded_with(chunks, _ENTRY)
    assets = (dist / "site" / "assets").iterdir()
    return Frontend(
        template=(dist / "page.html").read_text("utf-8"),
        assets={f"assets/{path.name}": path.read_bytes() for path in sorted(assets)},
        public={name: (dist / "site" / name).read_bytes() for name in ICON_NAMES},
        scripts=start.scripts,
        styles=start.styles,
        worker=(dist / "worker" / "sw.js").read_text("utf-8"),
        single_script=(dist / "single" / "pyblocks.js").read_text("utf-8"),
        single_style=(dist / "single" / "pyblocks.css").read_text("utf-8"),
        runtime={
            **_read(dist / "pyodide", *PYODIDE_FILES, "bytecode.zip", "snapshot.bin"),
            "pyblocks.zip": pack_pyblocks(),
        },
        modules=frozenset(json.loads((dist / "pyodide" / "modules.json").read_text("utf-8"))),
        parts={key: _loaded_with(chunks, key) for key, chunk in chunks.items() if chunk.get("isDynamicEntry")},
        templates={name: (dist / f"{name}.html").read_text("utf-8") for name in TEMPLATES},
        licences=(dist / LICENCES_NAME).read_text("utf-8"),
        tools=dist / "tools",
    )


def _read(folder: Path, *names: SiteFile) -> dict[SiteFile, bytes]:
    return {name: (folder / name).read_bytes() for name in names}


def _loaded_with(chunks: dict[str, Any], key: str) -> Part:
    """The scripts and style sheets of an entry in Vite's manifest and of the chunks that it imports statically."""
    keys = [key]
    for each in keys:
        keys += [imported for imported in chunks[each].get("imports", []) if imported not in keys]
    styles = dict.fromkeys(style for each in reversed(keys) for style in chunks[each].get("css", []))
    return Part(scripts=[chunks[each]["file"] for each in keys], styles=list(styles))
