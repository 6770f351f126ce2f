"""Which memory snapshot a site starts from: the one that PyBlocks has, one with the app's modules too, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Literal, get_args
from zipfile import ZipFile

from .app import App
from .errors import BuildError
from .frontend import Frontend
from .manifest import SNAPSHOT_FILES, SiteFile
from .prerender import Screen
from .report import Report, size
from .site_page import app_archive
from .tool import Tool, ToolError, object_of

Snapshot = Literal["shipped", "app", "none"]
"""``shipped`` has PyBlocks and what it imports, ``app`` also the modules that the app imports."""

SNAPSHOTS: tuple[Snapshot, ...] = get_args(Snapshot)

TIME_LIMIT = 180
"""In seconds. Compressing takes longer than importing."""

_KEPT = 20


def with_snapshot(frontend: Frontend, snapshot: Snapshot, app: App, screen: Screen | None, report: Report) -> Frontend:
    """The front end with the snapshot asked for. Raises :class:`BuildError` if the app's modules can't be in it."""
    if snapshot == "shipped":
        return frontend
    if snapshot == "none":
        runtime = {name: data for name, data in frontend.runtime.items() if name not in SNAPSHOT_FILES}
        return replace(frontend, runtime=runtime, modules=frozenset())
    with report.step("Making the app's memory snapshot") as step:
        result, memory, was_kept = _with_app(frontend, app_archive(app, screen), app.entry)
        more = len(set(result["modules"]) - frontend.modules)
        step.result = f"{size(len(memory))}, {more} more module{'s' * (more != 1)}{', as before' * was_kept}"
    for line in result["left_out"]:
        report.say(f"Not in the snapshot: {line}")
    with_app: dict[SiteFile, bytes] = {**frontend.runtime, "snapshot.bin": memory}
    return replace(frontend, runtime=with_app, modules=frozenset(result["modules"]))


def _with_app(frontend: Frontend, app: bytes, entry: str) -> tuple[dict[str, list[str]], bytes, bool]:
    tool = Tool(frontend.tools / "snapshot.js", TIME_LIMIT, _KEPT)
    pyblocks = frontend.runtime["pyblocks.zip"]
    files = {"app.zip": app, "pyblocks.zip": pyblocks, "task.json": json.dumps({"entry": entry}).encode()}
    try:
        data, was_kept = tool.result(files, "result.zip")
    except ToolError as error:
        raise BuildError(f"--snapshot=app: {error}") from None
    with ZipFile(BytesIO(data)) as archive:
        return object_of(archive.read("modules.json")), archive.read("snapshot.bin"), was_kept
