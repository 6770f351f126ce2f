"""Zip archives that have the same bytes whenever they are made of the same files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from .errors import BuildError

PACKAGE = Path(__file__).parent.parent
_NOT_IN_THE_PAGE = {"build", "_web"}


def pack(files: dict[str, bytes]) -> bytes:
    """Zip ``files``, given by their path inside the archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            try:
                archive.writestr(info, files[name])
            except UnicodeEncodeError:
                raise BuildError(f"the name of {name!r} is not UTF-8: rename the file") from None
    return buffer.getvalue()


def unpacked(archive: bytes) -> bytes:
    """The same archive with its files as they are: compressed as a whole, it is smaller than with each compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            target.writestr(zipfile.ZipInfo(info.filename, info.date_time), source.read(info))
    return buffer.getvalue()


def pack_pyblocks() -> bytes:
    """Zip the part of this package that the page imports."""
    paths = (path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in _NOT_IN_THE_PAGE)
    return pack({f"pyblocks/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes() for path in paths})
