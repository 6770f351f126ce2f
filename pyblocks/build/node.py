"""Node.js as it runs a program that runs an app: with no more of this machine than that needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

Version = tuple[int, int]


def find_node() -> str | None:
    """Where Node.js is."""
    return shutil.which("node")


@cache
def node_version(node: str) -> Version:
    """Which one it is; ``(0, 0)`` if it doesn't say."""
    found = subprocess.run([node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return version(found.stdout)


def version(text: str) -> Version:
    """The first two numbers of a version."""
    numbers = re.search(r"(\d+)\.(\d+)", text)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)


def restricted(node: str, program: Path, packages: Path, folder: Path) -> list[str]:
    """The command that runs ``program`` on ``folder``, by Node's permission model with access to little else.

    It reads its own files and those of ``packages``, reads and writes in ``folder``, and starts no other program. What
    JavaScript of an app could do beside that is taken away by ``web/scripts/sandbox.ts``.
    """
    # Not the hidden folders there: one has what other apps were built to.
    letters = sorted({path.name[0] for path in packages.iterdir() if not path.name.startswith(".")})
    reads = [
        *(f"{place}{os.sep}*" for place in _places(program.parent) + _places(folder)),
        *(f"{place}{os.sep}{letter}*" for place in _places(packages) for letter in letters),
        *map(str, _places(packages.with_name("package.json"))),
    ]
    return [
        node,
        "--no-warnings",
        *_switches(node_version(node)),
        *(f"--allow-fs-read={pattern}" for pattern in reads),
        *(f"--allow-fs-write={place}{os.sep}*" for place in _places(folder)),
        str(program),
        str(folder),
    ]


def environment() -> dict[str, str]:
    """What is left of the environment variables, which may hold secrets: what Windows can't start a program without."""
    return {name: value for name, value in os.environ.items() if name.upper() == "SYSTEMROOT"}


def _switches(version: Version) -> list[str]:
    early = version < (23, 0)
    switches = ["--permission" if version >= ((22, 13) if early else (23, 5)) else "--experimental-permission"]
    if version < ((22, 15) if early else (23, 5)):
        switches.append("--allow-worker")  # what may be imported is decided in a thread there; an app can't start one
    return switches


def _places(path: Path) -> list[Path]:
    """By which names Node may ask for ``path``: links are followed, or not."""
    return list(dict.fromkeys((path.absolute(), path.resolve())))
