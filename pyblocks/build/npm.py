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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from .errors import BuildError
from .node import find_node, node_version, version

_SHOWN_LINES = 30
_GET_IT = "get it from https://nodejs.org or your system's packages"


class Npm:
    """npm for the project in the folder ``web``, once Node.js and npm are known to be there and new enough."""

    def __init__(self, web: Path) -> None:
        self._web = web
        engines = json.loads((web / "package.json").read_text("utf-8"))["engines"]
        required = version(engines["node"])
        needed = f"the front end has to be built, which needs Node.js {'.'.join(map(str, required))} or newer, with npm"
        node = find_node()
        npm = shutil.which("npm")
        if node is None or npm is None:
            raise BuildError(f"{needed}; there is no {'npm' if node else 'node'} here: {_GET_IT}")
        found = node_version(node)
        if found < required:
            raise BuildError(f"{needed}; {node} is {'.'.join(map(str, found)) if any(found) else 'broken'}: {_GET_IT}")
        self._npm = npm

    def run(self, *arguments: str) -> None:
        """Run npm and wait. Its output is shown only if it fails; nothing that it started outlives this call."""
        with started([self._npm, *arguments], self._web) as process:
            output, _ = process.communicate()
        if process.returncode:
            plain = re.sub(r"\x1b\[[\d;]*m", "", output)
            shown = "\n".join(plain.strip().splitlines()[-_SHOWN_LINES:])
            raise BuildError(f"'npm {' '.join(arguments)}' failed in {self._web}; its output ends with:", details=shown)


@contextlib.contextmanager
def started(
    command: list[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """A process that is ended, with all that it started, when the block is left by an exception.

    It has the environment variables of this one, or else those in ``environment``.

    Interruptions wait until it is known: one that came while it is being started would leave it behind. The process
    holds them back too, which does not matter: it is in a session of its own, and is ended by SIGKILL.
    """
    let_through = _hold_interruptions()
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except BaseException:
        let_through()
        raise
    with process:
        try:
            let_through()
            yield process
        except BaseException:
            _end(process)
            raise


def _hold_interruptions() -> Callable[[], None]:
    """Let signals that interrupt wait until the returned function is called."""
    if sys.platform == "win32":
        return lambda: None
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})

    def let_through() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    return let_through


def _end(process: subprocess.Popen[str]) -> None:
    """End npm and what it started, if it hasn't ended by itself."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
