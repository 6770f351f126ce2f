"""``build.py`` from the outside: serving, stopping, building the same app twice."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from e2e.sites import ROOT, build
from pyblocks.build.archive import pack_pyblocks

APP = ROOT / "examples" / "simple_state"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_serve_prints_an_address_that_answers_and_stops_when_interrupted() -> None:
    command = [sys.executable, "-u", "build.py", str(APP), "--serve", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        printed = ""
        while not (found := re.search(r"http://[\d.]+:\d+/", printed)):
            line = serving.stdout.readline()
            assert line, f"it stopped, and printed no address:\n{printed}"
            printed += line
        with urllib.request.urlopen(found[0]) as answer:
            assert answer.status == 200
            assert b'data-pyblocks="loading"' in answer.read()
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=10) == 0


def test_building_twice_gives_the_same_site(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(APP, "-o", tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    build(APP, "-o", tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_building_twice_gives_the_same_file_of_less_than_10_mb(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        build(APP, "--single-file", "-o", tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    assert (tmp_path / "one.html").stat().st_size < 10_000_000


def test_a_snapshot_that_is_made_again_is_the_same(tmp_path: Path) -> None:
    build(APP, "-o", tmp_path / "site")
    (tmp_path / "pyblocks.zip").write_bytes(pack_pyblocks())
    subprocess.run(["node", ROOT / "web" / "dist" / "tools" / "snapshot.js", tmp_path], check=True)
    made = (ROOT / "web" / "dist" / "pyodide" / "snapshot.bin").read_bytes()
    assert (tmp_path / "snapshot.bin").read_bytes() == made
