"""``pyblocks/build/kept.py``: what was made before is found again, and old files make room."""

from __future__ import annotations

import os
from pathlib import Path

from pyblocks.build.kept import Kept


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "screens", 2)
    assert kept.find("one") is None
    kept.keep("one", b"1")
    assert kept.find("one") == b"1"
    assert Kept(tmp_path, "snapshots", 2).find("one") is None


def test_those_used_last_are_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "screens", 2)
    for age, key in enumerate(("one", "two")):
        kept.keep(key, key.encode())
        os.utime(tmp_path / ".cache" / "pyblocks" / "screens" / key, (age, age))
    kept.find("one")
    kept.keep("three", b"3")
    assert [kept.find(key) for key in ("one", "two", "three")] == [b"one", None, b"3"]


def test_an_installed_package_keeps_nothing(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "node_modules", "screens", 2)
    kept.keep("one", b"1")
    assert kept.find("one") is None
    assert not list(tmp_path.iterdir())
