"""Where a build is made before it is put in its place."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from .errors import BuildError


def beside(path: Path) -> Path:
    """A new name in the nearest folder of ``path`` that exists, so that a rename is all it takes in the end."""
    folder = next(parent for parent in path.parents if parent.exists())
    return folder / f".pyblocks-{secrets.token_hex(6)}"


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say that ``path`` can't be written where the system says that something can't."""
    try:
        yield
    except OSError as error:
        raise BuildError(f"can't write {path}: {error.strerror or error}") from error


@contextlib.contextmanager
def removed(staging: Path) -> Iterator[None]:
    """Leave nothing of ``staging`` behind."""
    try:
        yield
    finally:
        if staging.is_dir():
            shutil.rmtree(staging)
        elif staging.exists():
            staging.unlink()
