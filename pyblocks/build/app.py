"""The app that is to become a site: its files, its entry, its title."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import BuildError
from .folder import Folder
from .needs import needed_files
from .report import Report, size
from .secrets import is_key_file, lines_with_tokens
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


@dataclass(frozen=True)
class Selection:
    """What the builder says of the files: patterns to ``exclude``, as in ``.gitignore``; whether to list them all."""

    exclude: Sequence[str] = ()
    list_all: bool = False


EVERYTHING = Selection()


def read_app(app: Path, report: Report, without: Collection[Path] = (), select: Selection = EVERYTHING) -> App:
    """Read the app at ``app``, a Python file or a folder with ``app.py``, leaving out the paths in ``without``.

    The whole folder is the app if its file is called ``app.py``; otherwise the file is, with what it needs. The report
    says what is published, and what is left out of it for being secret.
    """
    with report.step(f"Reading {app}") as step:
        entry = _entry(app)
        source = read_source(entry)
        own_folder = entry.name == "app.py"
        folder = Folder(entry.parent, without, select.exclude)
        _check_entry(entry)
        paths = folder.files() if own_folder else needed_files(entry, folder)
        folder.check()
        paths[entry.name] = entry
        _check_size(paths)
        files = {name: path.read_bytes() for name, path in sorted(paths.items())}
        keys = [name for name, data in files.items() if is_key_file(name, data)]
        for name in keys:
            del files[name]
        step.result = f"{len(files)} file{'s' * (len(files) > 1)}, {size(sum(map(len, files.values())))}"
    if source.tree is None:
        report.say(_unjudged(source, own_folder))
    _say_files(files, report, select)
    _warn({*folder.secrets, *keys}, set(folder.ignored), files, report)
    return App(
        title=_title(source) or (own_folder and entry.resolve().parent.name) or entry.stem,
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


def _check_entry(entry: Path) -> None:
    if not entry.resolve().is_relative_to(entry.parent.resolve()):
        raise BuildError(f"{entry} links to {entry.resolve()}, outside of the app's folder: give that file, or a copy")


_FOLDED = 10
"""Of so many files each is named, of more than that each folder."""


def _say_files(files: Mapping[str, bytes], report: Report, select: Selection) -> None:
    if select.list_all:
        for name, data in files.items():
            report.say(f"  {name} ({size(len(data))})")
    elif len(files) <= _FOLDED:
        report.say(f"  Public: {', '.join(files)}")
    else:
        counts = Counter(name.partition("/")[0] + "/" if "/" in name else name for name in files)
        folders = [f"{name} ({count})" if name.endswith("/") else name for name, count in counts.items()]
        more = f" and {len(folders) - 2 * _FOLDED} more" if len(folders) > 2 * _FOLDED else ""
        report.say(f"  Public: {', '.join(folders[: 2 * _FOLDED])}{more} (--list names each file)")


def _warn(secret: Collection[str], ignored: Collection[str], files: Mapping[str, bytes], report: Report) -> None:
    if secret:
        report.warn(
            f"Warning: left out, since they look like keys or passwords: {', '.join(sorted(secret))}. Everything in a"
            " site is public; what is meant to be takes a line !NAME in .pyblocksignore."
        )
    if ignored:
        named = sorted(ignored)
        report.say(
            f"  Ignored: {', '.join(named[:_FOLDED])}{f' and {len(named) - _FOLDED} more' * (len(named) > _FOLDED)}"
        )
    for name, data in files.items():
        if lines := lines_with_tokens(data):
            where = ", ".join(map(str, lines))
            report.warn(
                f"Warning: {name}, line {where}: this looks like a key or token, and everybody can read it there."
            )


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
