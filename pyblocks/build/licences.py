"""The notices of everything that a built app carries, for its ``LICENSES.txt``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypedDict

from .errors import BuildError

LICENCES_NAME = "LICENSES.txt"

_RULE = "=" * 80
_BUNDLES = ("site", "single", "worker")


class Notice(TypedDict):
    """What one part asks its users to hand on."""

    name: str
    license: str
    source: str
    text: str


def licences_text(web: Path) -> str:
    """The text, for the front end that has just been built in ``web/dist``.

    Raises:
        BuildError: a part has no notice, or the notices are those of another Pyodide.
    """
    notices = [_own(web), *_pyodide(web), *_packages(web)]
    for notice in notices:
        if not notice["text"].strip():
            raise BuildError(f"{notice['name']} is bundled and comes without a licence text: see web/licenses")
    head = "This app is made with the parts below. The app itself is its author's.\n"
    return "\n".join([head, *map(_section, notices)])


def _section(notice: Notice) -> str:
    title = f"{notice['name']} ({notice['license']})"
    return "\n".join([_RULE, title, *filter(None, [notice["source"]]), "", notice["text"].strip(), ""])


def _own(web: Path) -> Notice:
    return {
        "name": "PyBlocks",
        "license": "Apache-2.0",
        "source": "",
        "text": (web.parent / "LICENSE").read_text("utf-8"),
    }


def _pyodide(web: Path) -> list[Notice]:
    """Pyodide and what is linked into it. Its npm package has no notices, so ours are kept with its version."""
    written = _read(web / "licenses" / "parts.json")
    version = _read(web / "node_modules" / "pyodide" / "package.json")["version"]
    if written["pyodide"] != version:
        raise BuildError(
            f"web/licenses has the notices of Pyodide {written['pyodide']}, and this is {version}:"
            " see what is linked into it, and write them and the version anew"
        )
    folder = web / "licenses"
    parts: list[Notice] = written["parts"]
    return [{**part, "text": (folder / part["text"]).read_text("utf-8")} for part in parts]


def _packages(web: Path) -> list[Notice]:
    """The npm packages of which anything is in the scripts, as Vite found them."""
    found: dict[str, Notice] = {}
    for bundle in _BUNDLES:
        for package in _read(web / "dist" / bundle / ".vite" / "licenses.json"):
            name = f"{package['name']} {package['version']}"
            if package["name"] != "pyodide":  # its notice is above
                found[name] = {
                    "name": name,
                    "license": package.get("identifier", "as below").strip("()"),
                    "source": f"https://www.npmjs.com/package/{package['name']}",
                    "text": package.get("text", ""),
                }
    return [found[name] for name in sorted(found)]


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))
