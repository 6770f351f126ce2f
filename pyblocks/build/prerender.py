"""The app's first screen, rendered when the site is built, by running the app in the page's Python under Node.js."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .app import App
from .archive import pack, pack_pyblocks
from .frontend import Frontend
from .manifest import json_element
from .record import digest
from .report import Report, size
from .tool import NoResult, packages_of, run_tool

TIME_LIMIT = 60
"""In seconds."""

_KEPT = 200
"""So many first screens are kept for apps that are built again."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What the page shows before any script runs.

    ``html`` is the apps' markup, ``styles`` their own style sheets, ``configs`` what the markup was made from, and
    ``modules`` are the source files of the front end that it needs beside those that every page has. ``files`` are more
    files for the app's folder: the results of its cached examples.
    """

    html: str
    styles: str
    configs: list[Any]
    modules: list[str]
    files: dict[str, str]

    @property
    def element(self) -> str:
        """The markup, and the configs with which the page's script takes it over."""
        return f"{self.html}\n    {json_element('pyblocks-prerendered', self.configs)}"


def first_screen(app: App, frontend: Frontend, report: Report, name: str = "") -> Screen | None:
    """Render the app's first screen; where that can't be, say why in one line and return None.

    ``name`` says which app it is, if there are several.
    """
    with report.step(f"Rendering the first screen{name and f' of {name}'}") as step:
        try:
            screen, was_kept = _kept_or_rendered(app, frontend)
            step.result = f"{size(len(screen.html.encode()))}{', as before' * was_kept}"
        except NoResult as error:
            screen, reason = None, error
            step.result = "not possible"
    if screen is None:
        report.say(f"Built {name and f'{name} '}without prerender: {reason}")
    return screen


def _kept_or_rendered(app: App, frontend: Frontend) -> tuple[Screen, bool]:
    packages = packages_of(frontend)
    task = {"entry": app.entry, "title": app.title}
    files = {"task.json": json.dumps(task).encode(), "app.zip": pack(app.files), "pyblocks.zip": pack_pyblocks()}
    kept = packages / ".cache" / "pyblocks" / f"{_key(files, frontend)}.json"
    with suppress(OSError, ValueError, TypeError):
        screen = Screen(**json.loads(kept.read_text("utf-8")))
        os.utime(kept)
        return screen, True
    try:
        result = run_tool(frontend.tools / "prerender.js", files, TIME_LIMIT)
    except TimeoutError:
        raise NoResult(f"the app took more than {TIME_LIMIT} seconds to start.") from None
    if "error" in result:
        raise NoResult(" ".join(result["error"].split()))
    _keep(kept, json.dumps(result, ensure_ascii=False))
    return Screen(**result), False


def _key(files: dict[str, bytes], frontend: Frontend) -> str:
    """A hash of all that the first screen depends on."""
    tools = sorted(path for path in frontend.tools.rglob("*") if path.is_file())
    parts: Iterable[bytes] = (
        *files.values(),
        *(path.read_bytes() for path in tools),
        frontend.runtime["pyodide.asm.mjs"],
    )
    return digest("".join(map(digest, parts)).encode())[:32]


def _keep(file: Path, text: str) -> None:
    """Keep a first screen. Where nothing can be written, it is rendered again each time."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        staged = file.with_suffix(f".{os.getpid()}")
        staged.write_text(text, "utf-8")
        staged.replace(file)
        for old in sorted(file.parent.iterdir(), key=lambda path: -path.stat().st_mtime)[_KEPT:]:
            old.unlink(missing_ok=True)
