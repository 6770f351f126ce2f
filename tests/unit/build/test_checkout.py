"""The front end in a checkout, with a Node.js and an npm that only pretend."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path

import pytest

from pyblocks.build import checkout
from pyblocks.build.checkout import built_frontend, packages_installed, sources_digest
from pyblocks.build.errors import BuildError
from pyblocks.build.report import Report
from unit.build.conftest import ROOT

SNAPSHOT = "run snapshot"
INSTALLED = {"packages": {"node_modules/vite": {"version": "1.0.0", "integrity": "sha512-a"}}}
WANTED = {
    "packages": {
        "": {"name": "web"},
        "node_modules/vite": {"version": "1.0.0", "integrity": "sha512-a"},
        "node_modules/for-mac": {"version": "1.0.0", "integrity": "sha512-b", "optional": True},
    }
}
NPM = """#!/bin/sh
echo "$@" >> calls
if [ "$1" = ci ]; then
  mkdir -p node_modules/pyodide
  cp installed.json node_modules/.package-lock.json
  cp dist.made/pyodide/* node_modules/pyodide
  cp pyodide.json node_modules/pyodide/package.json
  exit
fi
if [ "$2" = snapshot ]; then
  cd dist.made/pyodide
  test -s ../../dist/pyodide/pyblocks.zip && cp snapshot.bin modules.json bytecode.zip ../../dist/pyodide
  exit
fi
echo building
if [ -e broken ]; then echo "src/main.ts: wrong"; exit 1; fi
mkdir -p dist
cp -r dist.made/site dist.made/single dist.made/worker dist
"""


@pytest.fixture
def web(dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "main.ts").write_text("main();")
    (folder / "package.json").write_text(json.dumps({"engines": {"node": ">=20.19"}}))
    (folder / "package-lock.json").write_text(json.dumps(WANTED))
    (folder / "installed.json").write_text(json.dumps(INSTALLED))
    shutil.copytree(dist, folder / "dist.made")
    shutil.copy(dist / "page.html", folder)
    shutil.copytree(ROOT / "web" / "licenses", folder / "licenses")
    shutil.copy(ROOT / "LICENSE", tmp_path)
    pyodide = json.loads((folder / "licenses" / "parts.json").read_text("utf-8"))["pyodide"]
    (folder / "pyodide.json").write_text(json.dumps({"version": pyodide}))
    tools = tmp_path / "bin"
    tools.mkdir()
    program(tools / "npm", NPM)
    program(tools / "node", "#!/bin/sh\necho v20.19.0\n")
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    return folder


def program(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def calls(web: Path, report: Report) -> list[str]:
    """What npm was asked for to have the front end built; not part of the sources, so removed."""
    with built_frontend(web, report) as dist:
        assert (dist / "page.html").read_text() == (web / "page.html").read_text()
        assert (dist / "pyodide" / "pyodide.asm.wasm").exists()
        assert (dist / "pyodide" / "pyodide.asm.mjs").read_text() == "new ArrayBuffer(4);"
    file = web / "calls"
    made = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return made


def test_builds_when_it_must_and_only_then(web: Path, report: Report) -> None:
    assert calls(web, report) == ["ci --include=dev", "run build", SNAPSHOT]
    assert calls(web, report) == []
    (web / "tests").mkdir()
    (web / "tests" / "a.test.ts").write_text("test")
    (web / "src" / ".main.ts.swp").write_text("swap")
    assert calls(web, report) == []
    (web / "src" / "main.ts").write_text("other();")
    assert calls(web, report) == ["run build", SNAPSHOT]
    (web / "page.html").write_text("<title>")
    assert calls(web, report) == ["run build", SNAPSHOT]
    shutil.rmtree(web / "dist" / "single")
    assert calls(web, report) == ["run build"]
    (web / "src" / "main.ts").rename(web / "src" / "renamed.ts")
    assert calls(web, report) == ["run build", SNAPSHOT]


def test_the_snapshot_is_made_again_when_the_package_changes(
    web: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls(web, report)
    monkeypatch.setattr(checkout, "pack_pyblocks", lambda: b"other")
    assert calls(web, report) == [SNAPSHOT]
    assert calls(web, report) == []
    assert not (web / "dist" / "pyodide" / "pyblocks.zip").exists()


def test_packages_are_installed_again_when_the_lock_changes(web: Path) -> None:
    record = web / "node_modules" / ".package-lock.json"
    assert not packages_installed(web)
    record.parent.mkdir()
    record.write_text(json.dumps(INSTALLED))
    assert packages_installed(web)
    record.write_text(json.dumps({"packages": {"node_modules/vite": {"integrity": "sha512-older"}}}))
    assert not packages_installed(web)


def test_a_failing_build_shows_what_npm_said_and_is_tried_again(web: Path, report: Report) -> None:
    (web / "broken").touch()
    for _ in range(2):
        with pytest.raises(BuildError, match="'npm run build' failed") as caught, built_frontend(web, report):
            pass
        assert caught.value.details == "building\nsrc/main.ts: wrong"
    (web / "broken").unlink()
    (web / "calls").unlink()
    assert calls(web, report) == ["run build", SNAPSHOT]


def test_output_of_npm_is_not_shown_when_it_works(web: Path) -> None:
    said = io.StringIO()
    calls(web, Report(said))
    assert "Building the front end ... " in said.getvalue()
    assert "building\n" not in said.getvalue()


@pytest.mark.parametrize(
    ("node", "npm", "said"),
    [
        (None, NPM, "needs Node.js 20.19 or newer, with npm; there is no node here"),
        ("#!/bin/sh\necho v20.19.0\n", None, "there is no npm here"),
        ("#!/bin/sh\necho v18.20.4\n", NPM, "node is 18.20"),
        ("#!/bin/sh\nexit 1\n", NPM, "node is broken"),
    ],
)
def test_node_that_is_missing_or_too_old(
    web: Path, report: Report, monkeypatch: pytest.MonkeyPatch, node: str | None, npm: str | None, said: str
) -> None:
    tools = web.parent / "bin"
    for name, text in {"node": node, "npm": npm}.items():
        (tools / name).unlink()
        if text:
            program(tools / name, text)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(BuildError, match=said), built_frontend(web, report):
        pass


def test_node_is_not_needed_for_a_front_end_that_is_built(
    web: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls(web, report)
    monkeypatch.setenv("PATH", "")
    with built_frontend(web, report) as dist:
        assert dist == web / "dist"


def test_the_digest_knows_names_and_content(tmp_path: Path) -> None:
    digests = set()
    for name, text in [("a.ts", "x"), ("b.ts", "x"), ("b.ts", "y")]:
        folder = tmp_path / f"{name}{text}"
        folder.mkdir()
        (folder / name).write_text(text)
        digests.add(sources_digest(folder))
    assert len(digests) == 3
