"""``gr.Blocks(delete_cache=(frequency, age))``: the session's temporary files, deleted by age."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path


def delete_older(folder: Path, age: float) -> list[Path]:
    """Delete the files under ``folder`` that were last written more than ``age`` seconds ago; which they were.

    One that can't be deleted is told of in the console, and stays for the next time.
    """
    oldest = time.time() - age
    deleted = []
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
                deleted.append(path)
        except OSError as error:
            print(f"PyBlocks: delete_cache can't delete {path}: {error}", file=sys.stderr)
    return deleted


async def delete_regularly(folder: Path, frequency: float, age: float) -> None:
    """Every ``frequency`` seconds, :func:`delete_older`; until cancelled."""
    while True:
        await asyncio.sleep(frequency)
        delete_older(folder, age)
