"""The front end's programs for Node.js, which the build runs: each takes files and gives a result, as JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .frontend import Frontend
from .npm import started


class NoResult(Exception):
    """Why a program gave none, in one line."""


def packages_of(frontend: Frontend) -> Path:
    """The folder with the packages of npm that the programs import; :class:`NoResult` where there is none."""
    packages = frontend.tools.parent.parent / "node_modules"
    if not frontend.tools.is_dir() or not packages.is_dir():
        raise NoResult("an installed PyBlocks lacks what that needs; a clone of its repository has it.")
    return packages


def run_tool(program: Path, files: Mapping[str, bytes], time_limit: float) -> dict[str, Any]:
    """Run ``program`` on ``files``, for up to so many seconds; what it prints meanwhile is not for anybody.

    Raises :class:`NoResult`, or :class:`TimeoutError`.
    """
    node = shutil.which("node")
    if node is None:
        raise NoResult("that needs Node.js, and there is no node here: get it from https://nodejs.org.")
    with tempfile.TemporaryDirectory(prefix="pyblocks-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        with started([node, str(program), name], folder) as process:
            try:
                output, _ = process.communicate(timeout=time_limit)
            except subprocess.TimeoutExpired:
                raise TimeoutError from None
        try:
            result = json.loads((folder / "result.json").read_text("utf-8"))
        except (OSError, ValueError):
            raise NoResult(_end_of(output, process.returncode)) from None
    assert isinstance(result, dict)
    return result


def _end_of(output: str, code: int) -> str:
    """Why Node ended without a result, as well as one line can tell."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "Error" in line]
    said = (errors or lines or ["it said nothing"])[-1]
    return f"Node.js ended with code {code}: {said}"
