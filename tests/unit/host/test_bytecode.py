"""An archive with bytecode, as another Python finds it in its way."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pyblocks.host.bytecode import bytecode_archive

STDLIB = {
    "fast.py": '"""Quick."""\nVALUE = 1\n\ndef fail():\n    """Fails."""\n    raise ValueError\n',
    "slow.py": '"""Long."""\n',
    "box/__init__.py": "",
    "box/inner.py": "VALUE = 2\n",
    "note.txt": "Hi",
}
PACKAGE = {"pyblocks/__init__.py": '"""Of PyBlocks."""\nassert True\n'}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name, files in {"stdlib.zip": STDLIB, "package.zip": PACKAGE}.items():
        with zipfile.ZipFile(tmp_path / name, "w") as target:
            for path, text in files.items():
                target.writestr(path, text)
    modules = {"fast", "box", "box.inner", "pyblocks"}
    archive = tmp_path / "bytecode.zip"
    bytecode_archive(tmp_path / "stdlib.zip", tmp_path / "package.zip", modules, archive)
    return archive


def run(archive: Path, program: str) -> str:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(archive)!r}); {program}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_only_what_a_start_imports_is_bytecode(archive: Path) -> None:
    assert set(zipfile.ZipFile(archive).namelist()) == {
        "fast.pyc",
        "slow.py",
        "box/__init__.pyc",
        "box/inner.pyc",
        "note.txt",
        "pyblocks/__init__.pyc",
    }


def test_python_imports_from_it(archive: Path) -> None:
    told = run(archive, "import fast, slow, box.inner, pyblocks; print(fast.VALUE, box.inner.VALUE, slow.__doc__)")
    assert told == "1 2 Long."


def test_only_the_compiled_standard_library_lacks_docstrings(archive: Path) -> None:
    assert run(archive, "import fast, pyblocks; print(fast.__doc__, pyblocks.__doc__)") == "None Of PyBlocks."


def test_a_traceback_tells_where_pages_have_the_source(archive: Path) -> None:
    program = "import fast; print(fast.fail.__code__.co_filename)"
    assert run(archive, program) == str(archive.with_name("stdlib.zip") / "fast.py")


def test_the_same_files_give_the_same_bytes(archive: Path) -> None:
    before = archive.read_bytes()
    bytecode_archive(archive.with_name("stdlib.zip"), archive.with_name("package.zip"), {"fast"}, archive)
    assert archive.read_bytes() != before
    bytecode_archive(
        archive.with_name("stdlib.zip"),
        archive.with_name("package.zip"),
        {"pyblocks", "box.inner", "box", "fast"},
        archive,
    )
    assert archive.read_bytes() == before
