"""Chromium whose last words are kept: what it writes to stderr, and how the processes of its pages ended."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from e2e import browsers

#: Starts the browser in the folder that its log and the cores of its processes belong in.
_WRAPPER = """#!/bin/sh
cd {folder} && ulimit -c unlimited
exec {program} "$@" 2>> {log}
"""


class Chromium:
    """A running browser.

    Parameters:
        program: its file.
        folder: where its log is written, and where the system may leave cores.
    """

    def __init__(self, playwright: Playwright, program: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / "stderr.txt"
        self.crashes: list[str] = []
        wrapper = folder / "start"
        texts = {"folder": str(folder), "program": program, "log": str(self.log)}
        wrapper.write_text(_WRAPPER.format(**{name: shlex.quote(text) for name, text in texts.items()}))
        wrapper.chmod(0o755)
        self.browser = browsers.launch(playwright, "chromium", program=str(wrapper))
        self.name = f"{Path(program).name} {self.browser.version}"
        self._tools = self.browser.new_browser_cdp_session()
        self._tools.send("Target.setDiscoverTargets", {"discover": True})
        self._tools.on("Target.targetCrashed", self._crashed)

    def resident(self) -> int:
        """The memory of all processes that run pages, in bytes."""
        processes = self._tools.send("SystemInfo.getProcessInfo")["processInfo"]
        statuses = (Path(f"/proc/{process['id']}/status") for process in processes if process["type"] == "renderer")
        lines = (line for status in statuses for line in status.read_text().splitlines())
        return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def close(self) -> None:
        """End it."""
        self.browser.close()

    def _crashed(self, event: dict[str, Any]) -> None:
        self.crashes.append(f"{event['status']} {event['errorCode']}")
