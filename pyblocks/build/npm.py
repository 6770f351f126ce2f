"""Node.js and npm on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from .errors import BuildError

_SHOWN_LINES = 30
_GET_IT = "get it from https://nodejs.org or your system's packages"


class Npm:
    """npm for the project in the folder ``web``, once Node.js and npm are known to be there and new enough."""

    def __init__(self, web: Path) -> None:
        self._web = web
        engines = json.loads((web / "package.json").read_text("utf-8"))["engines"]
        required = _version(engines["node"])
        needed = f"the front end has to be built, which needs Node.js {'.'.join(map(str, required))} or newer, with npm"
        node = shutil.which("node")
        npm = shutil.which("npm")
        if node is None or npm is None:
            raise BuildError(f"{needed}; there is no {'npm' if node else 'node'} here: {_GET_IT}")
        found = subprocess.run(
            [node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if _version(found.stdout) < required:
            raise BuildError(f"{needed}; {node} is {found.stdout.strip() or 'broken'}: {_GET_IT}")
        self._npm = npm

    def run(self, *arguments: str) -> None:
        """Run npm and wait. Its output is shown only if it fails; nothing that it started outlives this call."""
        with subprocess.Popen(
            [self._npm, *arguments],
            cwd=self._web,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                output, _ = process.communicate()
            except BaseException:
                _end(process)
                raise
        if process.returncode:
            plain = re.sub(r"\x1b\[[\d;]*m", "", output)
            shown = "\n".join(plain.strip().splitlines()[-_SHOWN_LINES:])
            raise BuildError(f"'npm {' '.join(arguments)}' failed in {self._web}; its output ends with:", details=shown)


def _end(process: subprocess.Popen[str]) -> None:
    """End npm and what it started, if it hasn't ended by itself."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _version(text: str) -> tuple[int, int]:
    numbers = re.search(r"(\d+)\.(\d+)", text)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
