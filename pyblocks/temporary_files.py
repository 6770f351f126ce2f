"""``gr.Blocks(delete_cache=(frequency, age))``: the session's temporary files, deleted by age."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path


def delete_older(folder: Path, age: float) -> list[Path]:
    """Delete the files under ``folder`` that were last written more than ``age`` seconds ago; which they were."""
    oldest = time.time() - age
    old = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_mtime < oldest]
    for path in old:
        path.unlink()
    return old


async def delete_regularly(folder: Path, frequency: float, age: float) -> None:
    """Every ``frequency`` seconds, :func:`delete_older`; until cancelled."""
    while True:
        await asyncio.sleep(frequency)
        delete_older(folder, age)
