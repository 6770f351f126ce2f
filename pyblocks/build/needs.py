"""What an app that is one loose file needs of the folder it lies in, which may be as full as a downloads folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .folder import Folder
from .imports import imported_modules
from .source import read_source


def needed_files(app: Path, folder: Folder) -> dict[str, Path]:
    """The app's file, the modules beside it that it imports (they in turn too), and the files that they name.

    A file is named by a string (``"data.csv"``), by strings joined in a call (``os.path.join("data", "a.csv")``) or
    with ``/`` (``Path("data") / "a.csv"``); a folder by a string that ends in a slash (``"images/"``) or by the
    beginning of an f-string (``f"images/{name}.png"``).
    """
    found: dict[str, Path] = {}
    waiting = {app.name: app}
    while waiting:
        name, path = waiting.popitem()
        found[name] = path
        if path.suffix == ".py" and (tree := read_source(path).tree):
            mentioned = [*_modules(tree), *_paths(tree)]
            waiting |= {key: at for text in mentioned for key, at in _files(folder, text).items() if key not in found}
    return dict(sorted(found.items()))


def _modules(tree: ast.Module) -> Iterator[str]:
    """Where the imported modules would be, as files and as packages."""
    for name in imported_modules(tree):
        top = name.partition(".")[0]
        yield from (f"{top}.py", f"{top}/")


def _paths(tree: ast.Module) -> Iterator[str]:
    """Every text of the file that could name a file beside it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield next(_strings(*node.values), "").rpartition("/")[0] + "/"
        elif isinstance(node, ast.Call):
            yield "/".join(_strings(*node.args))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield "/".join(_strings(node))


def _strings(*nodes: ast.expr) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.BinOp):
            yield from _strings(node.left, node.right)
        elif isinstance(node, ast.Call):
            yield from _strings(*node.args)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _files(folder: Folder, text: str) -> dict[str, Path]:
    if not text.isprintable() or text.startswith("/") or not 0 < len(text.encode()) < 256:
        return {}
    parts = PurePosixPath(text).parts
    path = folder.path.joinpath(*parts)
    if not parts or any(part.startswith(".") for part in parts):
        return {}
    if path.is_file():
        return {"/".join(parts): path} if folder.takes(path) else {}
    return folder.files(path) if text.endswith("/") and path.is_dir() and folder.takes(path) else {}
