"""What builds in a checkout made before, and would make again."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kept:
    """Files of one kind, by keys that stand for all that they were made of.

    Parameters:
        packages: ``web/node_modules``; an installed PyBlocks has none, and keeps nothing.
        kind: the name of the folder.
        most: so many are kept, those that were used last.
    """

    packages: Path
    kind: str
    most: int

    def find(self, key: str) -> bytes | None:
        """The file, if there is one."""
        with suppress(OSError):
            data = self._file(key).read_bytes()
            os.utime(self._file(key))
            return data
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a file. Where nothing can be written, it is made again each time."""
        if not self.packages.is_dir():
            return
        file = self._file(key)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            staged = file.with_name(f"{file.name}.{os.getpid()}")
            staged.write_bytes(data)
            staged.replace(file)
            for old in sorted(file.parent.iterdir(), key=lambda path: -path.stat().st_mtime)[self.most :]:
                old.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.packages / ".cache" / "pyblocks" / self.kind / key


def packages_of(tools: Path) -> Path:
    """Where a checkout has the packages of the front end, whose programs for Node.js are in the folder ``tools``."""
    return tools.parents[1] / "node_modules"
