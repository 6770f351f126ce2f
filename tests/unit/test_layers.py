"""Imports of the package run down its layers only, and in no circle: type hints, lazy ones and names in texts too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "pyblocks"

_BLOCKS = {"components", "layouts", "themes"}
_BELOW_APP = {"wire", "tree", "handler", *_BLOCKS}

#: What each folder may import besides itself and ``version``; the order is the order of ARCHITECTURE.md.
MAY_IMPORT = {
    "wire": set(),
    "tree": {"wire"},
    "handler": {"wire", "tree"},
    "components": {"wire", "tree", "handler"},
    "layouts": {"wire", "tree", "handler"},
    "themes": {"wire", "tree", "handler"},
    "app": _BELOW_APP,
    "patches": {"wire", "tree", "handler"},
    "session": {*_BELOW_APP, "app"},
    "engine": {*_BELOW_APP, "app", "patches", "session"},
    "interface": {*_BELOW_APP, "app"},
    "host": {*_BELOW_APP, "app", "patches", "session", "engine", "interface"},
    "build": {"themes"},
}

#: Of the package's own modules at the top: what ``import gradio as gr`` gives imports what it gives.
_TOP = {"__init__", "helpers"}


def modules(package: Path) -> dict[str, Path]:
    """The files of ``package`` by their dotted names below it; a folder's name stands for its ``__init__``."""
    found = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return found


def imports(name: str, path: Path, known: dict[str, Path], package: str) -> Iterator[str]:
    """The modules among ``known`` that a file names in imports, or in a text with the package's dotted name."""
    here = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    here = [] if name == "__init__" else here
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else None
            dotted = (node.module or "").split(".") if node.module else []
            if base is None:
                if dotted[:1] != [package]:
                    continue
                base, dotted = [], dotted[1:]
            yield from _targets([*base, *dotted], [alias.name for alias in node.names], known)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == package:
                    yield from _targets(alias.name.split(".")[1:], [], known)
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__") and node.args:
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                dotted = text.value.split(".")
                yield from _targets(dotted[1:] if dotted[0] in ("", package) else dotted, [], known)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _targets(module: list[str], names: list[str], known: dict[str, Path]) -> Iterator[str]:
    submodules = [".".join([*module, name]) for name in names]
    found = [name for name in submodules if name in known]
    whole = ".".join(module) or "__init__"
    yield from found
    if len(found) < len(submodules) or not submodules:
        yield from [whole] if whole in known else []


def arrows(package: Path) -> dict[str, set[str]]:
    """What each module imports."""
    known = modules(package)
    return {name: set(imports(name, path, known, package.name)) - {name} for name, path in known.items()}


def problems(graph: dict[str, set[str]]) -> list[str]:
    """Arrows that run upwards, and the first circle."""
    found = []
    for name, targets in graph.items():
        room = name.partition(".")[0]
        for target in targets:
            other = target.partition(".")[0]
            if room not in _TOP and other not in {room, "version", *MAY_IMPORT.get(room, set())}:
                found.append(f"{name} imports {target}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append("a circle: " + " -> ".join(error.args[1]))
    return found


def test_imports_run_down_only_and_in_no_circle() -> None:
    assert problems(arrows(PACKAGE)) == []


def test_each_module_has_a_folder_and_each_folder_says_what_it_is_for() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", "helpers", "version"}
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders == set(MAY_IMPORT)
    for folder in folders:
        assert ast.get_docstring(ast.parse((PACKAGE / folder / "__init__.py").read_text("utf-8")))
        assert len(list((PACKAGE / folder).glob("*.py"))) > 2


@pytest.mark.parametrize(
    "code",
    [
        "from ..engine.queue import Queue",
        "from pyblocks.engine import queue",
        "import pyblocks.engine.queue",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..engine.queue import Queue",
        "def later() -> None:\n    from ..engine import queue",
        "from importlib import import_module\nimport_module('pyblocks.engine.queue')",
    ],
)
def test_an_arrow_upwards_is_found_however_it_is_written(tmp_path: Path, code: str) -> None:
    package = tmp_path / "pyblocks"
    for folder, text in {"tree": code, "engine": ""}.items():
        (package / folder).mkdir(parents=True)
        (package / folder / "queue.py").write_text(text)
        (package / folder / "__init__.py").write_text("")
    assert problems(arrows(package)) == ["tree.queue imports engine.queue"]


def test_a_circle_inside_a_folder_is_found(tmp_path: Path) -> None:
    tree = tmp_path / "pyblocks" / "tree"
    tree.mkdir(parents=True)
    for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
        (tree / f"{one}.py").write_text(f"from .{other} import x")
    (found,) = problems(arrows(tmp_path / "pyblocks"))
    assert found.startswith("a circle: ")
