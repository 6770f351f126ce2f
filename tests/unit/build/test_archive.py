"""Archives in a site and in a single file."""

from __future__ import annotations

import gzip
import io
import zipfile

from pyblocks.build.archive import pack, unpacked


def test_an_archive_whose_files_are_not_compressed_is_smaller_in_one_that_is() -> None:
    shared = "".join(f"def function{i}(argument):\n    return argument * {i * i}\n" for i in range(50))
    files = {f"module{i}.py": f"{shared}# {i}".encode() for i in range(50)}
    packed = pack(files)
    plain = unpacked(packed)
    archive = zipfile.ZipFile(io.BytesIO(plain))
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert len(gzip.compress(plain)) < len(gzip.compress(packed))
    assert unpacked(packed) == plain
