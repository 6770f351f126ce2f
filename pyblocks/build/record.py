"""The record that a site keeps of the files that PyBlocks wrote, so that a rebuild prunes these and nothing else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath

RECORD_NAME = ".pyblocks-site.json"

Record = dict[str, str]
"""From the path of a file inside the site to the SHA-256 of its content."""


def digest(data: bytes) -> str:
    """The SHA-256 of ``data``, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def record_bytes(record: Record) -> bytes:
    """The record as it is written into the site."""
    return json.dumps({"files": record}, indent=1, sort_keys=True).encode() + b"\n"


def read_record(site: Path) -> Record | None:
    """What PyBlocks wrote into the folder ``site``, or None if it isn't a site of ours."""
    try:
        files = json.loads((site / RECORD_NAME).read_text("utf-8"))["files"]
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return files if isinstance(files, dict) and all(_is_inside(name) for name in files) else None


def leads_out(site: Path, name: str) -> bool:
    """Whether a link on the way to ``name`` in the folder ``site`` leads to another place, which is not the site's."""
    folder = (site / name).parent
    return folder.resolve() != site.resolve() / folder.relative_to(site)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.parts)
        and not path.is_absolute()
        and ".." not in path.parts
        and "\0" not in name
        and "\\" not in name
        and ":" not in name
    )
