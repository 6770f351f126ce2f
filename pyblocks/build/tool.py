"""The front end's programs for Node.js that build a part of a site, and what they made before."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .kept import Kept, packages_of
from .node import environment, find_node, restricted
from .npm import started
from .record import digest


class ToolError(Exception):
    """Why a program gave nothing, in one line."""


@dataclass(frozen=True)
class Tool:
    """A program, ``dist/tools/<name>.js`` of a checkout.

    Parameters:
        program: its file.
        time_limit: how long it may take, in seconds, as the app runs in it.
        most_kept: how many results are kept, those that were used last.
    """

    program: Path
    time_limit: float
    most_kept: int

    def result(
        self, files: Mapping[str, bytes], name: str, is_result: Callable[[bytes], bool] = bool
    ) -> tuple[bytes, bool]:
        """Let the program make the file ``name`` from ``files``; and whether that had been made before.

        Parameters:
            files: what it finds in its folder.
            name: what it leaves there; or it leaves ``error.txt``, with one line.
            is_result: whether that is a result to keep.

        Raises:
            ToolError: it can't be run here, or failed.
        """
        packages = self._packages()
        kept, key = Kept(packages, self.program.stem, self.most_kept), self._key(files, packages)
        if (found := kept.find(key)) is not None:
            return found, True
        data = self._run(files, name, packages)
        if is_result(data):
            kept.keep(key, data)
        return data, False

    def _packages(self) -> Path:
        packages = packages_of(self.program.parent)
        if not self.program.is_file() or not packages.is_dir():
            raise ToolError("an installed PyBlocks lacks what that needs; a clone of its repository has it.")
        return packages

    def _key(self, files: Mapping[str, bytes], packages: Path) -> str:
        """A hash of all that the result depends on."""
        tools = sorted(path for path in self.program.parent.rglob("*") if path.is_file())
        pyodide = packages / "pyodide" / "package.json"
        parts = [
            *files.values(),
            *(path.read_bytes() for path in tools),
            pyodide.read_bytes() if pyodide.exists() else b"",
        ]
        return digest("".join(map(digest, parts)).encode())[:32]

    def _run(self, files: Mapping[str, bytes], name: str, packages: Path) -> bytes:
        """Run the program on ``files``, without this machine; what the app prints meanwhile is not for anybody."""
        node = find_node()
        if node is None:
            raise ToolError("that needs Node.js, and there is no node here: get it from https://nodejs.org.")
        with tempfile.TemporaryDirectory(prefix="pyblocks-", ignore_cleanup_errors=True) as temporary:
            folder = Path(temporary)
            for file, data in files.items():
                (folder / file).write_bytes(data)
            command = restricted(node, self.program, packages, folder)
            with started(command, folder, environment()) as process:
                try:
                    output, _ = process.communicate(timeout=self.time_limit)
                except subprocess.TimeoutExpired:
                    raise ToolError(f"the app took more than {self.time_limit} seconds to start.") from None
            if (said := _file(folder / "error.txt")) is not None:
                raise ToolError(said.decode("utf-8", "replace"))
            if (made := _file(folder / name)) is not None:
                return made
            raise ToolError(_end_of(output, process.returncode))


def _file(path: Path) -> bytes | None:
    """What a program wrote; a link is nothing of its own."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def object_of(data: bytes) -> dict[str, Any]:
    """The JSON object that a program wrote."""
    value = json.loads(data)
    assert isinstance(value, dict)
    return value


def _end_of(output: str, code: int) -> str:
    """Why Node ended without a result, as well as one line can tell."""
    lines = [line.strip()[:500] for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "Error" in line and not line.startswith("at ")]
    said = (errors or lines or ["it said nothing"])[-1]
    return f"Node.js ended with code {code}: {said}"
