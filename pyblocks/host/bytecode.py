"""Python's bytecode, made when PyBlocks is built, so that a page that starts Python from scratch needn't compile."""

from __future__ import annotations

import py_compile
import zipfile
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

#: What Pyodide reads the docstrings of.
_WITH_DOCSTRINGS = "pyodide", "_pyodide"


def bytecode_archive(stdlib: Path, package: Path, modules: Collection[str], archive: Path) -> None:
    """Write ``archive``, from which Python imports as from ``stdlib``, and PyBlocks too, only faster.

    Docstrings of the standard library are left out, as with ``python -OO``: one HTML file has no room for them.

    Parameters:
        stdlib: the standard library as a zip archive, at the path where pages have it: tracebacks tell it.
        package: PyBlocks as a zip archive.
        modules: those of the standard library to compile. The others stay as they are, which takes less room.
        archive: the zip archive to write; it has the same bytes whenever it is made of the same files.

    Raises:
        py_compile.PyCompileError: a file is not Python.
    """
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for source in (stdlib, package):
            with zipfile.ZipFile(source) as files:
                for name in files.namelist():
                    data = files.read(name)
                    if source is package or _module(name) in modules:
                        has_docstrings = source is package or name.startswith(_WITH_DOCSTRINGS)
                        data = _compiled(data, f"{stdlib}/{name}", optimize=0 if has_docstrings else 2)
                        name += "c"  # noqa: PLW2901 (where Python looks first)
                    target.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)


def _module(name: str) -> str | None:
    """The name of the module that the file ``name`` has; None if it has none."""
    path, dot, suffix = name.rpartition(".")
    return path.removesuffix("/__init__").replace("/", ".") if dot and suffix == "py" else None


def _compiled(source: bytes, path: str, optimize: int) -> bytes:
    """The content of a ``.pyc`` file; Python takes it as it is, without a look at the source."""
    with TemporaryDirectory() as folder:
        file, compiled = Path(folder, "module.py"), Path(folder, "module.pyc")
        file.write_bytes(source)
        py_compile.compile(
            str(file),
            str(compiled),
            path,
            doraise=True,
            optimize=optimize,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        return compiled.read_bytes()
