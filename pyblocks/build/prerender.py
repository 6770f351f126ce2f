"""The app's first screen, rendered when the site is built, by running the app in the page's Python under Node.js."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .app import App
from .archive import pack
from .frontend import Frontend
from .manifest import json_element
from .report import Report, size
from .tool import Tool, ToolError, object_of

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
        except ToolError as error:
            screen, reason = None, error
            step.result = "not possible"
    if screen is None:
        report.say(f"Built without prerender: {reason}")
    return screen


def _kept_or_rendered(app: App, frontend: Frontend) -> tuple[Screen, bool]:
    task = {"entry": app.entry, "title": app.title}
    bytecode = frontend.runtime["bytecode.zip"]
    files = {"task.json": json.dumps(task).encode(), "app.zip": pack(app.files), "bytecode.zip": bytecode}
    tool = Tool(frontend.tools / "prerender.js", TIME_LIMIT, _KEPT)
    data, was_kept = tool.result(files, "result.json", lambda data: "error" not in object_of(data))
    result = _well_formed(object_of(data))
    if "error" in result:
        raise ToolError(" ".join(result["error"].split()))
    return Screen(**result), was_kept


def _well_formed(value: Any) -> Any:
    """``value`` without lone surrogates, which UTF-8 has no form for: browsers show the same sign in their place."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_well_formed(item) for item in value]
    if isinstance(value, dict):
        return {_well_formed(key): _well_formed(item) for key, item in value.items()}
    return value
