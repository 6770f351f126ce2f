"""Running an app's file, and what it launches."""

from __future__ import annotations

import ast
import os
import sys
from dataclasses import dataclass
from inspect import isawaitable
from pathlib import Path
from types import ModuleType

from ..app.blocks import Blocks, LaunchOptions, current_launcher
from ..handler.messages import app_traceback


class AppError(Exception):
    """The app's file can't be run, or shows nothing.

    Parameters:
        message: what is wrong, where in the app, and what to do.
        details: the traceback.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


@dataclass(frozen=True)
class Launched:
    """What an app launched."""

    root: Blocks
    options: LaunchOptions


async def run_app(path: Path) -> list[Launched]:
    """Run the file as ``__main__``, in its folder, and give what it launched, in order.

    ``await`` at the top level is allowed, as in a notebook.

    Raises:
        AppError: it raised, or launched nothing.
    """
    launched: list[Launched] = []
    current_launcher.set(lambda root, options: launched.append(Launched(root, options)))
    os.chdir(path.parent)
    sys.path.insert(0, str(path.parent))
    module = ModuleType("__main__")
    module.__file__ = str(path)
    sys.modules["__main__"] = module
    try:
        code = compile(path.read_bytes(), str(path), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        result = eval(code, vars(module))
        if isawaitable(result):
            await result
    except (Exception, SystemExit) as error:
        raise AppError(describe(error, path), app_traceback(error)) from error
    if not launched:
        raise AppError(f"{path.name} launches nothing: call launch() on your gr.Blocks or gr.Interface at its end.")
    return launched


def describe(error: BaseException, path: Path) -> str:
    """One line: what was raised, in which file and line of the app."""
    where, line = path.name, 0
    if isinstance(error, SyntaxError):
        where, line = Path(error.filename or path).name, error.lineno or 0
    frame = error.__traceback__
    while frame is not None and not isinstance(error, SyntaxError):
        file = Path(frame.tb_frame.f_code.co_filename)
        if file.is_relative_to(path.parent):
            where, line = str(file.relative_to(path.parent)), frame.tb_lineno
        frame = frame.tb_next
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{where}, line {line}: {type(error).__name__}: {message}"
