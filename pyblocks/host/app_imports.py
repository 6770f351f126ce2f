"""The modules that an app imports, imported when its site is built: before there is a page, or a visitor."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, TracebackType
from typing import NoReturn

from ..app.blocks import current_launcher
from ..handler.messages import app_traceback
from ..patches import compat, threads
from .app_file import AppError, describe
from .import_traces import Traces

#: Modules that stand for the page.
_OF_PAGE = ("js", "pyodide_js")

_PYODIDE = ("pyodide", "_pyodide")


class NeedsPage(BaseException):
    """A module asks for what only a page has. No ``except Exception`` may make it do without: in the page it won't."""


def import_modules(path: Path, folders: Sequence[Path]) -> list[str]:
    """Do what the import statements of the app's file say, those outside functions; and nothing else of it.

    Parameters:
        path: the app's file.
        folders: where modules may leave files behind.

    Returns:
        a line for each statement that can't be done without the page, or that failed and that the app may have a way
        around; what it would have imported is as if nobody had tried.

    Raises:
        AppError: an import failed, or did something that isn't kept with the memory.
    """
    left_out = []
    with _as_in_the_page(path.parent):
        for statement, is_certain in _statements(ast.parse(path.read_bytes(), str(path))):
            before = set(sys.modules)
            try:
                with Traces(folders) as traces:
                    _do(statement, path)
            except NeedsPage as need:
                left_out.append(f"{_importing(need.__traceback__) or path.stem}, which needs the page ({need})")
                _drop_parts(before)
            except (Exception, SystemExit) as error:
                if is_certain:
                    raise AppError(describe(error, path), app_traceback(error)) from error
                left_out.append(describe(error, path))
                _drop_parts(before)
            else:
                if traces.found:
                    raise AppError(f"{path.name}, line {statement.lineno}: importing this {traces.found}")
    return left_out


def _do(statement: ast.stmt, path: Path) -> None:
    code = compile(ast.Module([statement], []), str(path), "exec")
    exec(code, {"__name__": "__main__", "__file__": str(path)})


def _drop_parts(before: Collection[str]) -> None:
    """Drop new modules whose package failed: imported again, it would find them, and not have them as attributes."""
    for name in sorted(sys.modules.keys() - before):  # a package comes before its parts
        package = name.rpartition(".")[0]
        if package and package not in sys.modules:
            del sys.modules[name]


def _statements(tree: ast.AST, is_certain: bool = True) -> Iterator[tuple[ast.stmt, bool]]:
    """The import statements outside functions; and whether a run gets to each and ends if it fails."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Import():
                yield node, is_certain
            case ast.ImportFrom():
                if node.module != "__future__":
                    yield node, is_certain
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.expr():
                pass
            case ast.If(test=ast.Name("TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
                for other in node.orelse:
                    yield from _statements(ast.Module([other], []), False)
            case _:
                yield from _statements(node, False)


def _importing(traceback: TracebackType | None) -> str:
    """The modules that were being imported, the one that the app names first."""
    names: list[str] = []
    while traceback is not None:
        frame = traceback.tb_frame
        if frame.f_code.co_name == "<module>" and frame.f_globals["__name__"] != "__main__":
            names.append(frame.f_globals["__name__"])
        traceback = traceback.tb_next
    return " → ".join(names)


@contextmanager
def _as_in_the_page(folder: Path) -> Iterator[None]:
    """Have Python as it is when the app's file is run, but without a page; afterwards as it was."""
    compat.install()
    threads.install()
    with ExitStack() as undo:
        undo.callback(os.chdir, Path.cwd())
        undo.callback(sys.path.remove, str(folder))
        undo.callback(current_launcher.reset, current_launcher.set(_launch))
        undo.callback(setattr, sys, "dont_write_bytecode", sys.dont_write_bytecode)
        finder = _PageFinder()
        undo.callback(sys.meta_path.remove, finder)
        undo.callback(sys.modules.update, {name: sys.modules.pop(name) for name in _OF_PAGE if name in sys.modules})
        os.chdir(folder)
        sys.path.insert(0, str(folder))
        sys.dont_write_bytecode = True
        sys.meta_path.insert(0, finder)
        yield


def _launch(*_: object) -> NoReturn:
    raise NeedsPage("it calls launch()")


class _PageFinder(MetaPathFinder):
    """Lets nobody but Pyodide have the page."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name.partition(".")[0] in _OF_PAGE and not _asked_by_pyodide():
            raise NeedsPage(f"it imports {name}")
        return None


def _asked_by_pyodide() -> bool:
    """Whether the import statement that is being done is in Pyodide's own code."""
    frame = sys._getframe(2)
    while frame.f_code.co_filename.startswith("<frozen importlib") and frame.f_back is not None:
        frame = frame.f_back
    return str(frame.f_globals.get("__name__")).partition(".")[0] in _PYODIDE
