"""What the app imports, as far as its files say without being run."""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Collection, Iterator, Mapping


def uses_stdlib(files: Mapping[str, bytes], modules: Collection[str]) -> bool:
    """Whether Python ``files`` import anything of the standard library that is not among ``modules``.

    A file that can't be read here, since its syntax is newer than this Python, counts as one that does.
    """
    return any(_imports_other(source, modules) for name, source in files.items() if name.endswith(".py"))


def _imports_other(source: bytes, modules: Collection[str]) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return any(_of_stdlib(name) and name not in modules for name in imported_modules(tree))


def _of_stdlib(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names


def imported_modules(tree: ast.Module) -> Iterator[str]:
    """The absolute names of the modules in import statements, anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
