"""The front end in a git checkout: ``web/dist``, built from ``web/`` with npm when it is missing or out of date."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .archive import pack_pyblocks
from .errors import BuildError
from .licences import LICENCES_NAME, licences_text
from .manifest import PYODIDE_FILES
from .npm import Npm
from .record import digest
from .report import Report, size

if sys.platform != "win32":
    import fcntl

_STAMP = "sources.sha256"
_SNAPSHOT_STAMP = "snapshot.sha256"
_NOT_SOURCES = {"node_modules", "dist", "tests"}


@contextmanager
def built_frontend(web: Path, report: Report) -> Iterator[Path]:
    """Give ``web/dist`` as built from the sources as they are; no other build changes it meanwhile."""
    with _locked(web, report):
        dist, sources = web / "dist", sources_digest(web)
        stamp = dist / _STAMP
        parts = [dist / "site", dist / "single", dist / "worker", dist / "pyodide", dist / "page.html"]
        if not stamp.exists() or stamp.read_text() != sources or not all(part.exists() for part in parts):
            stamp.unlink(missing_ok=True)
            _build(web, report)
            stamp.write_text(sources)
        _update_snapshot(web, report)
        yield dist


def sources_digest(web: Path) -> str:
    """One hash over everything in ``web`` that the built front end depends on."""
    total = hashlib.sha256()
    for path in sorted(
        path for top in web.iterdir() if top.name not in _NOT_SOURCES for path in (top, *top.rglob("*"))
    ):
        if path.is_file() and not path.name.startswith("."):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{path.relative_to(web).as_posix()}\0{content}\n".encode())
    return total.hexdigest()


def packages_installed(web: Path) -> bool:
    """Whether ``web/node_modules`` has what ``web/package-lock.json`` asks for, by npm's own record of it."""
    record = web / "node_modules" / ".package-lock.json"
    if not record.exists():
        return False
    installed = _packages(record)
    return all(
        wanted.get("optional") or installed.get(name, {}).get("integrity") == wanted.get("integrity")
        for name, wanted in _packages(web / "package-lock.json").items()
        if name
    )


def _packages(lock: Path) -> dict[str, Any]:
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    assert isinstance(packages, dict)
    return packages


def _build(web: Path, report: Report) -> None:
    npm = Npm(web)
    if not packages_installed(web):
        with report.step("Installing the front end's packages"):
            npm.run("ci", "--include=dev")
    with report.step("Building the front end") as step:
        npm.run("run", "build")
        dist, pyodide = web / "dist", web / "node_modules" / "pyodide"
        (dist / "pyodide").mkdir(exist_ok=True)
        for name in PYODIDE_FILES:
            shutil.copyfile(pyodide / name, dist / "pyodide" / name)
        script = dist / "pyodide" / "pyodide.asm.mjs"
        script.write_bytes(without_shared_memory(script.read_bytes()))
        for page in web.glob("*.html"):
            shutil.copyfile(page, dist / page.name)
        (dist / LICENCES_NAME).write_text(licences_text(web), "utf-8")
        step.result = size(sum(path.stat().st_size for path in (dist / "site" / "assets").iterdir()))


def without_shared_memory(script: bytes) -> bytes:
    """Pyodide's script, not asking for shared memory, which Chrome warns of on pages that aren't isolated.

    It would wait by it for input, which nobody may on a page's thread: it finds that out there, and does without.
    """
    asked = b"new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer"
    if script.count(asked) != 1:
        raise BuildError("this Pyodide asks for shared memory in another way: see without_shared_memory()")
    return script.replace(asked, b"new ArrayBuffer(4)")


def _update_snapshot(web: Path, report: Report) -> None:
    """Make the memory snapshot, and the bytecode, if they aren't of this front end and this package."""
    folder, pyblocks = web / "dist" / "pyodide", pack_pyblocks()
    stamp, wanted = folder / _SNAPSHOT_STAMP, f"{(web / 'dist' / _STAMP).read_text()}\n{digest(pyblocks)}\n"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    with report.step("Making the memory snapshot and the bytecode") as step:
        archive = folder / "pyblocks.zip"
        archive.write_bytes(pyblocks)
        Npm(web).run("run", "snapshot")
        archive.unlink()
        step.result = size(sum((folder / name).stat().st_size for name in ("snapshot.bin", "bytecode.zip")))
    stamp.write_text(wanted)


@contextmanager
def _locked(web: Path, report: Report) -> Iterator[None]:
    """Let one build at a time work in ``web``. Windows has no lock that could be had this simply, and does without."""
    if sys.platform == "win32":
        yield
        return
    folder = os.open(web, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with report.step("Waiting for another build of the front end"):
                fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
