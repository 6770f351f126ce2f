"""An app's files as a gallery shows them: text, coloured by the front end's library for that, under Node.js."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping

from .app import App
from .frontend import Frontend
from .report import Report
from .secrets import masked
from .tool import Tool, ToolError, object_of

TIME_LIMIT = 60
"""In seconds."""

_KEPT = 5

MOST_SHOWN = 100_000
"""Bytes of a file; of a longer one, and of one that is no text, nothing is shown."""


def coloured(apps: Mapping[str, App], frontend: Frontend, report: Report) -> dict[str, dict[str, str | None]]:
    """The files of the apps as HTML, by app and by file, the entry first; None stands for a file that isn't shown.

    Where they can't be coloured, a line says why, and they are plain.
    """
    texts = {
        f"{key}/{name}": text
        for key, app in apps.items()
        for name, data in app.files.items()
        if (text := _text(data)) is not None
    }
    try:
        tool = Tool(frontend.tools / "highlight.js", TIME_LIMIT, _KEPT)
        data, _ = tool.result({"sources.json": json.dumps(texts).encode()}, "result.json")
        shown = object_of(data)
    except ToolError as error:
        report.say(f"Note: the source is shown without colours: {error}")
        shown = {name: html.escape(text) for name, text in texts.items()}
    return {key: {name: shown.get(f"{key}/{name}") for name in _in_order(app)} for key, app in apps.items()}


def _in_order(app: App) -> list[str]:
    return sorted(app.files, key=lambda name: (name != app.entry, name))


def _text(data: bytes) -> str | None:
    if len(data) > MOST_SHOWN or b"\0" in data:
        return None
    try:
        return masked(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
