"""Putting a finished build in its place: either all of it is there, or all of what was there before."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .errors import BuildError
from .record import RECORD_NAME, Record, digest, leads_out, read_record, record_bytes
from .staging import beside, removed, writing

PAGE_NAME = "index.html"
_MARK = b'id="pyblocks-site"'


class SiteOutput:
    """The folder of a site: a new one, an empty one, or a site that PyBlocks wrote before."""

    def __init__(self, folder: Path, staging: Path) -> None:
        self._folder = folder
        self._staging = staging

    def publish(self, files: dict[str, bytes]) -> None:
        """Make ``files``, by their path inside the site, what PyBlocks has in the folder; other files stay."""
        record = {name: digest(data) for name, data in files.items()}
        with writing(self._folder):
            for name, data in {**files, RECORD_NAME: record_bytes(record)}.items():
                path = self._staging / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)
            if self._folder.exists():
                self._merge(record)
            else:
                self._folder.parent.mkdir(parents=True, exist_ok=True)
                self._staging.rename(self._folder)

    def _merge(self, new: Record) -> None:
        """Move the staged files in. The page goes after all that is new: the old one is whole first, then the new one.

        What replaces a file of the same name goes after the page: nothing that a page starts from does.
        """
        self._check_links(new)
        old = read_record(self._folder)
        added = []
        try:
            self._write_record({**(old or {}), **new})
            for name in sorted(new, key=self._turn):
                target = self._folder / name
                if not target.exists():
                    added.append(target)
                target.parent.mkdir(exist_ok=True)
                (self._staging / name).replace(target)
        except BaseException:
            if (self._staging / PAGE_NAME).exists():
                self._undo(added, old)
            raise
        self._prune(old or {}, new)
        self._write_record(new)

    def _check_links(self, new: Record) -> None:
        links = sorted({str(PurePosixPath(name).parent) for name in new if leads_out(self._folder, name)})
        if links:
            raise BuildError(
                f"in the output folder {self._folder} a link leads elsewhere, where no build may write: remove"
                f" {', '.join(links)}"
            )

    def _turn(self, name: str) -> int:
        if name == PAGE_NAME:
            return 1
        return 2 if (self._folder / name).exists() else 0

    def _undo(self, added: list[Path], old: Record | None) -> None:
        for path in added:
            path.unlink(missing_ok=True)
            _remove_if_empty(path.parent, self._folder)
        if old is None:
            (self._folder / RECORD_NAME).unlink(missing_ok=True)
        else:
            self._write_record(old)

    def _prune(self, old: Record, new: Record) -> None:
        """Remove what an earlier build wrote, this one doesn't have, and nobody has changed since."""
        for name in old.keys() - new.keys():
            path = self._folder / name
            if leads_out(self._folder, name) or path.is_symlink():
                continue  # no build wrote that: the record is somebody else's
            if path.is_file() and digest(path.read_bytes()) == old[name]:
                path.unlink()
                _remove_if_empty(path.parent, self._folder)

    def _write_record(self, record: Record) -> None:
        staged = self._staging / RECORD_NAME
        staged.write_bytes(record_bytes(record))
        staged.replace(self._folder / RECORD_NAME)


class FileOutput:
    """The one HTML file of an app: a new one, or one that PyBlocks wrote before."""

    def __init__(self, file: Path, staging: Path) -> None:
        self._file = file
        self._staging = staging

    def publish(self, data: bytes) -> None:
        """Make ``data`` the content of the file."""
        with writing(self._file):
            self._staging.write_bytes(data)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._staging.replace(self._file)


@contextlib.contextmanager
def site_output(folder: Path, app_folder: Path) -> Iterator[SiteOutput]:
    """Open ``folder`` for a site, or say in a :class:`BuildError` why it can't be; touches nothing that is there."""
    folder = folder.resolve()
    if app_folder.resolve().is_relative_to(folder):
        raise BuildError(f"the output folder {folder} holds the app itself: choose another, such as {folder / 'site'}")
    if folder.is_dir():
        if any(folder.iterdir()) and read_record(folder) is None:
            raise BuildError(f"the output folder {folder} is neither empty nor a site of PyBlocks: choose another one")
    elif folder.exists():
        raise BuildError(f"the output {folder} is a file: choose a folder, or add --single-file to write one HTML file")
    staging = beside(folder / PAGE_NAME if folder.exists() else folder)
    with removed(staging):
        with writing(folder):
            staging.mkdir()
        yield SiteOutput(folder, staging)


@contextlib.contextmanager
def file_output(file: Path) -> Iterator[FileOutput]:
    """Open ``file`` for an app in one HTML file, or say in a :class:`BuildError` why it can't be."""
    file = file.resolve()
    if file.suffix.lower() not in {".html", ".htm"}:
        raise BuildError(f"the output file {file} must end in .html, or no browser opens it")
    if file.is_dir():
        raise BuildError(f"the output {file} is a folder: give the name of a file for --single-file")
    if file.exists() and _MARK not in file.read_bytes():
        raise BuildError(f"the output file {file} was not written by PyBlocks: choose another one, or remove it")
    staging = beside(file)
    with removed(staging):
        with writing(file):
            staging.touch()
        yield FileOutput(file, staging)


def _remove_if_empty(folder: Path, top: Path) -> None:
    if folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
