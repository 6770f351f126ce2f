"""Which memory snapshot is in what is built."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pyblocks.build.cli import main
from pyblocks.build.errors import BuildError
from pyblocks.build.report import Report
from pyblocks.build.site import build_site
from pyblocks.build.snapshot import Snapshot
from unit.build.conftest import SNAPSHOT

Tree = Callable[[Path], dict[str, bytes]]

OWN_SNAPSHOT = gzip.compress(b"memory with the app's", mtime=0)

pytestmark = pytest.mark.usefixtures("installed", "unrestricted")


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], None]:
    """Puts a program for Node in the place of the one that makes snapshots."""

    def write(source: str) -> None:
        file = tmp_path / "package" / "_web" / "tools" / "snapshot.js"
        file.parent.mkdir(exist_ok=True)
        (tmp_path / "package" / "node_modules").mkdir(exist_ok=True)
        file.write_text(f"const fs = require('node:fs'), folder = process.argv[2];\n{source}")

    return write


def giving(folder: Path, left_out: list[str]) -> str:
    """A program that notes its runs, and makes a snapshot with the module ``csv``."""
    archive = folder / "result.zip"
    with zipfile.ZipFile(archive, "w") as result:
        result.writestr("snapshot.bin", OWN_SNAPSHOT)
        result.writestr("modules.json", json.dumps({"modules": ["json", "csv"], "left_out": left_out}))
    return f"""
        for (const name of ["app.zip", "pyblocks.zip"]) fs.accessSync(folder + "/" + name);
        fs.appendFileSync({json.dumps(str(folder / "runs"))}, fs.readFileSync(folder + "/task.json") + "\\n");
        fs.copyFileSync({json.dumps(str(archive))}, folder + "/result.zip");
    """


def said(app: Path, site: Path, snapshot: Snapshot) -> str:
    """Build the site; what the build said."""
    stream = io.StringIO()
    build_site(app, site, Report(stream), snapshot=snapshot)
    return stream.getvalue()


def snapshots(site: Path) -> list[bytes]:
    return [path.read_bytes() for path in (site / "assets").glob("snapshot-*")]


def preloads(site: Path, name: str) -> bool:
    """Whether the page fetches the file at once."""
    return re.search(rf'rel="preload"[^>]*{name}', (site / "index.html").read_text()) is not None


def stdlib(site: Path) -> bool:
    """Whether Python needs the standard library at its start."""
    found = re.search(r'"stdlib":(true|false)', (site / "index.html").read_text())
    assert found
    return found[1] == "true"


def test_a_site_has_the_shipped_one_and_a_single_file_none(app: Path, tmp_path: Path) -> None:
    assert main([str(app), "-o", str(tmp_path / "site")]) == 0
    assert snapshots(tmp_path / "site") == [SNAPSHOT]
    file = tmp_path / "cart.html"
    assert main([str(app), "-o", str(file), "--single-file"]) == 0
    assert "snapshot-bin" not in file.read_text()
    assert main([str(app), "-o", str(file), "--single-file", "--snapshot=shipped"]) == 0
    assert 'id="file-snapshot-bin"' in file.read_text()


def test_without_one_python_starts_from_bytecode(app: Path, tmp_path: Path, report: Report) -> None:
    build_site(app, tmp_path / "site", report)
    assert not preloads(tmp_path / "site", "bytecode")
    build_site(app, tmp_path / "site", report, snapshot="none")
    assert snapshots(tmp_path / "site") == []
    archives = sorted(path.stem.split("-")[0] for path in (tmp_path / "site" / "assets").glob("*.zip"))
    assert archives == ["app", "bytecode"]
    assert preloads(tmp_path / "site", "bytecode")


def test_the_apps_own_is_in_the_site_and_made_once(
    app: Path, tmp_path: Path, program: Callable[[str], None], tree: Tree
) -> None:
    source = (app / "app.py").read_text()
    (app / "app.py").write_text(f"import csv\n{source}")
    program(giving(tmp_path, ["tools, which needs the page (it imports js)"]))
    lines = said(app, tmp_path / "site", "app").splitlines()
    assert "Not in the snapshot: tools, which needs the page (it imports js)" in lines
    assert any(re.match(r"Making the app's memory snapshot \.\.\. \d+ B, 1 more module, ", line) for line in lines)
    assert snapshots(tmp_path / "site") == [OWN_SNAPSHOT]
    assert not stdlib(tmp_path / "site")
    before = tree(tmp_path / "site")
    assert "1 more module, as before" in said(app, tmp_path / "site", "app")
    assert tree(tmp_path / "site") == before
    assert (tmp_path / "runs").read_text() == '{"entry": "app.py"}\n'
    (app / "prices.csv").write_text("milk,3\n")
    build_site(app, tmp_path / "site", Report(io.StringIO()), snapshot="app")
    assert len((tmp_path / "runs").read_text().splitlines()) == 2


def test_a_single_file_may_have_it_too(app: Path, tmp_path: Path, program: Callable[[str], None]) -> None:
    program(giving(tmp_path, []))
    assert main([str(app), "-o", str(tmp_path / "cart.html"), "--single-file", "--snapshot=app"]) == 0
    assert 'id="file-snapshot-bin"' in (tmp_path / "cart.html").read_text()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (
            "fs.writeFileSync(folder + '/error.txt', 'tools.py, line 2: ValueError: no')",
            "tools.py, line 2: ValueError: no",
        ),
        ("throw new RangeError('no room')", "Node.js ended with code 1: RangeError: no room"),
        (None, "an installed PyBlocks lacks what that needs; a clone of its repository has it."),
    ],
)
def test_what_can_not_be_made_is_an_error_and_leaves_the_old_site(
    app: Path, tmp_path: Path, program: Callable[[str], None], tree: Tree, source: str | None, why: str
) -> None:
    build_site(app, tmp_path / "site", Report(io.StringIO()))
    before = tree(tmp_path / "site")
    if source is not None:
        program(source)
    with pytest.raises(BuildError) as raised:
        build_site(app, tmp_path / "site", Report(io.StringIO()), snapshot="app")
    assert raised.value.message == f"--snapshot=app: {why}"
    assert tree(tmp_path / "site") == before


def test_a_machine_without_node(
    app: Path, tmp_path: Path, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(giving(tmp_path, []))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BuildError, match="--snapshot=app: that needs Node"):
        build_site(app, tmp_path / "site", Report(io.StringIO()), snapshot="app")
