"""The app that is to become a site: its files, its entry, its title."""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from .errors import BuildError
from .folder import files_of
from .needs import needed_files
from .report import Report, size
from .source import PAGE_PYTHON, Source, read_source

MOST_BYTES = 100_000_000
"""A visitor downloads all of it before the app starts."""

_TITLED = {"Blocks", "Interface", "ChatInterface", "TabbedInterface"}


@dataclass(frozen=True, kw_only=True)
class App:
    """An app, read. ``entry`` is the key in ``files`` of the file that is run.

    ``title`` is the app's, or else the name of its folder or file; ``description`` the first line of its docstring.
    """

    title: str
    description: str = ""
    entry: str
    files: dict[str, bytes]


def read_app(app: Path, report: Report, without: Collection[Path] = ()) -> App:
    """Read the app at ``app``, a Python file or a folder with ``app.py``, leaving out the paths in ``without``.

    The whole folder is the app if its file is called ``app.py``; otherwise the file is, with what it needs.
    """
    with report.step(f"Reading {app}") as step:
        entry = _entry(app)
        source = read_source(entry)
        own_folder = entry.name == "app.py"
        paths = files_of(entry.parent, without) if own_folder else needed_files(entry, without)
        paths[entry.name] = entry
        _check_size(paths)
        files = {name: path.read_bytes() for name, path in paths.items()}
        step.result = f"{len(files)} file{'s' * (len(files) > 1)}, {size(sum(map(len, files.values())))}"
    if source.tree is None:
        report.say(_unjudged(source, own_folder))
    folder = entry.resolve().parent.name
    return App(
        title=_title(source) or (own_folder and folder) or entry.stem,
        description=_description(source),
        entry=entry.name,
        files=files,
    )


def _entry(app: Path) -> Path:
    entry = app / "app.py" if app.is_dir() else app
    if not app.exists():
        raise BuildError(f"there is no {app}: give the app's Python file, or a folder with an app.py")
    if not entry.exists():
        raise BuildError(
            f"the folder {app} has no app.py, nor has a folder in it: add one, or give the app's Python file"
        )
    if not entry.is_file() or entry.suffix != ".py":
        raise BuildError(f"{entry} is not a Python file: give a file that ends in .py, or a folder with an app.py")
    return entry


def _check_size(paths: dict[str, Path]) -> None:
    sizes = {name: path.stat().st_size for name, path in paths.items()}
    total = sum(sizes.values())
    if total > MOST_BYTES:
        biggest = sorted(sizes, key=lambda name: -sizes[name])[:3]
        named = ", ".join(f"{name} ({size(sizes[name])})" for name in biggest)
        raise BuildError(
            f"the app has {size(total)} of files, and every visitor downloads them all: move out of its folder"
            f" what it doesn't need, until {size(MOST_BYTES)} are left; the biggest are {named}"
        )


def _unjudged(source: Source, own_folder: bool) -> str:
    page = ".".join(map(str, PAGE_PYTHON))
    note = f"Note: {source.path} uses syntax that this Python can't check; Python {page} in the page will."
    return (
        note
        if own_folder
        else f"{note} Files that it needs are not looked for: call it app.py to take its whole folder."
    )


def _title(source: Source) -> str:
    """The ``title`` that the app gives, where it is written out."""
    for node in ast.walk(source.tree) if source.tree else ():
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for keyword in node.keywords if name in _TITLED else ():
            if (
                keyword.arg == "title"
                and isinstance(keyword.value, ast.Constant)
                and isinstance(keyword.value.value, str)
            ):
                return keyword.value.value.strip()
    return ""


def _description(source: Source) -> str:
    return (ast.get_docstring(source.tree) or "").partition("\n")[0] if source.tree else ""
