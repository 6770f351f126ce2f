"""Which memory snapshot a site starts from: the one that PyBlocks has, one with the app's modules too, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Literal, get_args
from zipfile import ZipFile

from .archive import pack_pyblocks
from .errors import BuildError
from .frontend import Frontend
from .manifest import SiteFile
from .report import Report, size
from .tool import Tool, ToolError, object_of

Snapshot = Literal["shipped", "app", "none"]
"""``shipped`` has PyBlocks and what it imports, ``app`` also the modules that the app imports."""

SNAPSHOTS: tuple[Snapshot, ...] = get_args(Snapshot)

TIME_LIMIT = 180
"""In seconds. Compressing takes longer than importing."""

_KEPT = 20


def with_snapshot(frontend: Frontend, snapshot: Snapshot, app: bytes, entry: str, report: Report) -> Frontend:
    """The front end with the snapshot that is asked for.

    Parameters:
        app: the zip archive of the app's folder, as the site has it.
        entry: the app's file in it.

    Raises:
        BuildError: a snapshot with the app's modules can't be made.
    """
    if snapshot == "shipped":
        return frontend
    if snapshot == "none":
        runtime = dict(frontend.runtime)
        del runtime["snapshot.bin"]
        return replace(frontend, runtime=runtime, modules=frozenset())
    with report.step("Making the app's memory snapshot") as step:
        result, memory, was_kept = _with_app(frontend, app, entry)
        more = len(set(result["modules"]) - frontend.modules)
        step.result = f"{size(len(memory))}, {more} more module{'s' * (more != 1)}{', as before' * was_kept}"
    for line in result["left_out"]:
        report.say(f"Not in the snapshot: {line}")
    with_app: dict[SiteFile, bytes] = {**frontend.runtime, "snapshot.bin": memory}
    return replace(frontend, runtime=with_app, modules=frozenset(result["modules"]))


def _with_app(frontend: Frontend, app: bytes, entry: str) -> tuple[dict[str, list[str]], bytes, bool]:
    tool = Tool(frontend.tools / "snapshot.js", TIME_LIMIT, _KEPT)
    files = {"app.zip": app, "pyblocks.zip": pack_pyblocks(), "task.json": json.dumps({"entry": entry}).encode()}
    try:
        data, was_kept = tool.result(files, "result.zip")
    except ToolError as error:
        raise BuildError(f"--snapshot=app: {error}") from None
    with ZipFile(BytesIO(data)) as archive:
        return object_of(archive.read("modules.json")), archive.read("snapshot.bin"), was_kept
