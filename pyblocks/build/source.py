"""One Python file of the app: read, and checked as far as this Python can judge for the newer one in the page."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import warnings
from dataclasses import dataclass
from pathlib import Path

from .errors import BuildError

PAGE_PYTHON = (3, 14)
"""The Python that runs the app in the page (Pyodide 314)."""

_NEWER_SYNTAX = [
    ((3, 12), re.compile(r"\s*type\s+\w")),
    ((3, 13), re.compile(r"\s*(?:async\s+)?(?:def|class|type)\s+\w+\s*\[")),
    ((3, 14), re.compile(r"\s*except\b\*?[^:(]*,")),
]
"""What Pythons before each version can't read, by how the line with the error looks."""

_F_STRING = re.compile(r"\b[rR]?[fF][rR]?[\"']")
_T_STRING = re.compile(r"\b[rR]?[tT][rR]?[\"']")


@dataclass(frozen=True)
class Source:
    """A Python file. ``tree`` is None if it seems to need a newer Python than this one to be parsed."""

    path: Path
    tree: ast.Module | None


def read_source(path: Path) -> Source:
    """Read a Python file of the app.

    A :class:`BuildError` says where it isn't UTF-8 or isn't Python. If a syntax error looks like something that Python
    learned after this version, the page, which runs Python 3.14, is left to judge it.
    """
    text = _decode(path, path.read_bytes())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text, path.name)
            compile(text, path.name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except SyntaxError as error:
        lines = text.split("\n")
        if _may_be_newer_syntax(error, lines):
            return Source(path, None)
        raise _syntax_error(path, error, lines) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise BuildError(f"{path} can't be compiled: {error}") from None
    return Source(path, tree)


def _decode(path: Path, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (len(data) - len(data.removeprefix(b"\xef\xbb\xbf")))
        line = data.count(b"\n", 0, start) + 1
        raise BuildError(
            f"{path} is not UTF-8: byte 0x{data[start]:02x} at offset {start}, line {line}; save the file as UTF-8"
        ) from None
    if not text.isascii():
        _check_declaration(path, data)
    return re.sub(r"\r\n?", "\n", text)


def _check_declaration(path: Path, data: bytes) -> None:
    """A declaration like ``# -*- coding: latin-1 -*-`` would make Python read a UTF-8 file wrongly."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        encoding = str(error)
    if encoding not in {"utf-8", "utf-8-sig"}:
        raise BuildError(f"{path} is UTF-8 but declares another encoding ({encoding}); remove its coding comment")


def _may_be_newer_syntax(error: SyntaxError, lines: list[str]) -> bool:
    line = lines[min(error.lineno or 1, len(lines)) - 1]
    newer = any(sys.version_info < version and pattern.match(line) for version, pattern in _NEWER_SYNTAX)
    if sys.version_info < (3, 12):
        # Since then, the expressions in an f-string may have its quotes, backslashes, line breaks and comments in them.
        unterminated = error.msg.startswith("unterminated") and _begins_at(_F_STRING, line, error.offset)
        newer = newer or unterminated or error.msg.startswith("f-string")
    return newer or (sys.version_info < (3, 14) and _begins_at(_T_STRING, line, error.offset))


def _begins_at(string: re.Pattern[str], line: str, offset: int | None) -> bool:
    return any(found.start() < (offset or 1) <= found.end() for found in string.finditer(line))


def _syntax_error(path: Path, error: SyntaxError, lines: list[str]) -> BuildError:
    number = min(error.lineno or 1, len(lines))
    line = lines[number - 1]
    column = min(max(error.offset or 1, 1), len(line) + 1)
    below = re.sub(r"[^\t]", " ", line[: column - 1]) + "^"
    return BuildError(
        f"{path}, line {number}, column {column}: {error.msg}",
        details=f"    {line}\n    {below}",
    )
