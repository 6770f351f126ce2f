"""The app's first screen, rendered when the site is built, by running the app in the page's Python under Node.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .app import App
from .archive import pack, pack_pyblocks
from .frontend import Frontend
from .manifest import json_element
from .npm import started
from .record import digest
from .report import Report, size

TIME_LIMIT = 60
"""In seconds."""

_KEPT = 200
"""So many first screens are kept for apps that are built again."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What the page shows before any script runs.

    ``html`` is the apps' markup, ``styles`` their own style sheets, ``configs`` what the markup was made from, and
    ``modules`` are the source files of the front end that it needs beside those that every page has.
    """

    html: str
    styles: str
    configs: list[Any]
    modules: list[str]

    @property
    def element(self) -> str:
        """The markup, and the configs with which the page's script takes it over."""
        return f"{self.html}\n    {json_element('pyblocks-prerendered', self.configs)}"


class _NoScreen(Exception):
    """Why there is no first screen, in one line."""


def first_screen(app: App, frontend: Frontend, report: Report) -> Screen | None:
    """Render the app's first screen; where that can't be, say why in one line and return None."""
    with report.step("Rendering the first screen") as step:
        try:
            screen, was_kept = _kept_or_rendered(app, frontend)
            step.result = f"{size(len(screen.html.encode()))}{', as before' * was_kept}"
        except _NoScreen as error:
            screen, reason = None, error
            step.result = "not possible"
    if screen is None:
        report.say(f"Built without prerender: {reason}")
    return screen


def _kept_or_rendered(app: App, frontend: Frontend) -> tuple[Screen, bool]:
    packages = frontend.prerender.parents[2] / "node_modules"
    if not frontend.prerender.is_file() or not packages.is_dir():
        raise _NoScreen("an installed PyBlocks lacks what that needs; a clone of its repository has it.")
    task = {"entry": app.entry, "title": app.title}
    files = {"task.json": json.dumps(task).encode(), "app.zip": pack(app.files), "pyblocks.zip": pack_pyblocks()}
    kept = packages / ".cache" / "pyblocks" / f"{_key(files, frontend)}.json"
    with suppress(OSError, ValueError, TypeError):
        screen = Screen(**json.loads(kept.read_text("utf-8")))
        os.utime(kept)
        return screen, True
    result = _render(files, frontend.prerender)
    if "error" in result:
        raise _NoScreen(" ".join(result["error"].split()))
    _keep(kept, json.dumps(result, ensure_ascii=False))
    return Screen(**result), False


def _key(files: dict[str, bytes], frontend: Frontend) -> str:
    """A hash of all that the first screen depends on."""
    tools = sorted(path for path in frontend.prerender.parent.rglob("*") if path.is_file())
    parts: Iterable[bytes] = (
        *files.values(),
        *(path.read_bytes() for path in tools),
        frontend.runtime["pyodide.asm.mjs"],
    )
    return digest("".join(map(digest, parts)).encode())[:32]


def _render(files: dict[str, bytes], program: Path) -> dict[str, Any]:
    """Run the program on ``files``; what the app prints meanwhile is not for anybody."""
    node = shutil.which("node")
    if node is None:
        raise _NoScreen("that needs Node.js, and there is no node here: get it from https://nodejs.org.")
    with tempfile.TemporaryDirectory(prefix="pyblocks-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        with started([node, str(program), name], folder) as process:
            try:
                output, _ = process.communicate(timeout=TIME_LIMIT)
            except subprocess.TimeoutExpired:
                raise _NoScreen(f"the app took more than {TIME_LIMIT} seconds to start.") from None
        try:
            result = json.loads((folder / "result.json").read_text("utf-8"))
        except (OSError, ValueError):
            raise _NoScreen(_end_of(output, process.returncode)) from None
    assert isinstance(result, dict)
    return result


def _end_of(output: str, code: int) -> str:
    """Why Node ended without a result, as well as one line can tell."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "Error" in line]
    said = (errors or lines or ["it said nothing"])[-1]
    return f"Node.js ended with code {code}: {said}"


def _keep(file: Path, text: str) -> None:
    """Keep a first screen. Where nothing can be written, it is rendered again each time."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        staged = file.with_suffix(f".{os.getpid()}")
        staged.write_text(text, "utf-8")
        staged.replace(file)
        for old in sorted(file.parent.iterdir(), key=lambda path: -path.stat().st_mtime)[_KEPT:]:
            old.unlink(missing_ok=True)
