"""The files of a folder that go into a site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from .errors import BuildError
from .record import RECORD_NAME

_LEFT_OUT = {"__pycache__", "node_modules", "__pypackages__"}


def files_of(folder: Path, without: Collection[Path] = ()) -> dict[str, Path]:
    """Name every file below ``folder`` by its path inside, with ``/``, sorted.

    Left out: what is hidden (``.git``, ``.env``, ``.venv``), caches, ``node_modules``, virtual environments, sites that
    PyBlocks wrote, and the paths in ``without`` (resolved ones).
    """
    found = {path.relative_to(folder).as_posix(): path for path in _walk(folder, set(without), [folder.resolve()])}
    return dict(sorted(found.items()))


def _walk(folder: Path, without: set[Path], above: list[Path]) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name in _LEFT_OUT or path.suffix == ".pyc" or path.resolve() in without:
            continue
        if path.is_file():
            yield path
        elif not path.is_dir():
            raise BuildError(f"{path} is neither a file nor a folder (a broken link?): remove it from the app's folder")
        elif path.resolve() in above:
            raise BuildError(f"{path} links to a folder that it is in: remove it from the app's folder")
        elif not (path / "pyvenv.cfg").exists() and not (path / RECORD_NAME).exists():
            yield from _walk(path, without, [*above, path.resolve()])
