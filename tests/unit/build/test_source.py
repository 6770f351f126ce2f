"""What the tool says of a Python file that can't be an app."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.source import read_source


def message(path: Path, data: bytes) -> BuildError:
    path.write_bytes(data)
    with pytest.raises(BuildError) as caught:
        read_source(path)
    return caught.value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "app.py"


def test_names_line_column_and_puts_a_caret_below(path: Path) -> None:
    error = message(path, b"x = 1\n\tif x\n")
    assert error.message == f"{path}, line 2, column 1: unexpected indent"
    error = message(path, "# ü\r\ndef f():\r\n\treturn (1 +\r\n".encode())
    assert error.message == f"{path}, line 3, column 9: '(' was never closed"
    assert error.details == "    \treturn (1 +\n    \t       ^"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_names_the_byte_that_is_not_utf_8(path: Path, bom: bytes) -> None:
    error = message(path, bom + "x = 1\ny = 'é'\n".encode("latin-1"))
    assert f"is not UTF-8: byte 0xe9 at offset {11 + len(bom)}, line 2" in error.message


def test_refuses_a_declared_encoding_that_python_would_read_wrongly(path: Path) -> None:
    assert "another encoding (iso-8859-1)" in message(path, "# coding: latin-1\nx = 'é'\n".encode()).message


@pytest.mark.parametrize("text", ["\ufeffx = 'é'\n", "# coding: latin-1\nx = 1\n", "", "await x\n", "x = '\\d'\n"])
def test_takes_what_the_page_takes(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    assert read_source(path).tree


def test_refuses_null_bytes(path: Path) -> None:
    assert "null bytes" in message(path, b"x = 1\0\n").message


NEWER = [
    ((3, 12), 'print(f"{names["a"]}")\n'),
    ((3, 12), 'print(f"{\n    name\n}")\n'),
    ((3, 12), 'x = f"""\n{"\\n".join(x)}"""\n'),
    ((3, 12), "type Name = str\n"),
    ((3, 12), "async def first[T](of: list[T]) -> T: ...\n"),
    ((3, 13), "class Box[T = int]: ...\n"),
    ((3, 14), "try: ...\nexcept KeyError, ValueError: ...\n"),
    ((3, 14), 'print(t"{name}")\n'),
]


@pytest.mark.parametrize(("version", "text"), NEWER)
def test_leaves_newer_syntax_to_the_page(path: Path, version: tuple[int, int], text: str) -> None:
    path.write_text(text)
    assert (read_source(path).tree is not None) == (sys.version_info >= version)


@pytest.mark.parametrize("text", ['print(f"{x}"\n', 'print("don\'t"\n', "except f(a, b):\n", "def f(:\n", "'f\"\n"])
def test_refuses_what_only_resembles_newer_syntax(path: Path, text: str) -> None:
    assert path.name in message(path, text.encode()).message
