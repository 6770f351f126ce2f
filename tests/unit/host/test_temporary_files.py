from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from pyblocks.host.temporary_files import delete_older, delete_regularly


def write(path: Path, age: float) -> Path:
    """A file that was last written ``age`` seconds ago."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_only_files_older_than_the_age_are_deleted_in_folders_too(tmp_path: Path) -> None:
    old, nested, new = write(tmp_path / "old", 100), write(tmp_path / "folder" / "old", 100), write(tmp_path / "new", 0)
    assert delete_older(tmp_path, 50) == [nested, old]
    assert (old.exists(), nested.exists(), new.exists()) == (False, False, True)


def test_a_missing_folder_has_nothing_to_delete(tmp_path: Path) -> None:
    assert delete_older(tmp_path / "none", 0) == []


def test_files_are_deleted_again_and_again(tmp_path: Path) -> None:
    async def scenario() -> None:
        task = asyncio.ensure_future(delete_regularly(tmp_path, 0.001, 50))
        for name in ("first", "second"):
            path = write(tmp_path / name, 100)
            while path.exists():
                assert not task.done()
                await asyncio.sleep(0.001)
        task.cancel()

    asyncio.run(asyncio.wait_for(scenario(), 10))


def test_a_file_that_can_not_be_deleted_does_not_keep_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    held, old = write(tmp_path / "held", 100), write(tmp_path / "old", 100)
    unlink = Path.unlink

    def refuse(path: Path) -> None:
        if path == held:
            raise PermissionError(f"in use: {path.name}")
        unlink(path)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert delete_older(tmp_path, 50) == [old]
    assert "in use: held" in capsys.readouterr().err
