"""``LICENSES.txt``: a notice for each part, and a build that refuses one without."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.licences import licences_text

ROOT = Path(__file__).parents[3]


@pytest.fixture
def web(dist: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "checkout" / "web"
    shutil.copytree(ROOT / "web" / "licenses", folder / "licenses")
    shutil.copytree(dist, folder / "dist")
    shutil.copy(ROOT / "LICENSE", folder.parent)
    write(folder / "node_modules" / "pyodide" / "package.json", {"version": parts()["pyodide"]})
    return folder


def parts() -> Any:
    return json.loads((ROOT / "web" / "licenses" / "parts.json").read_text("utf-8"))


def write(file: Path, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value), "utf-8")


def test_each_part_has_its_notice(web: Path) -> None:
    text = licences_text(web)
    for name in ["PyBlocks (Apache-2.0)", *(part["name"] for part in parts()["parts"])]:
        assert f"{'=' * 80}\n{name}" in text
    assert "\nkatex 1.0.0 (MIT)\nhttps://www.npmjs.com/package/katex\n\nCopyright KaTeX\n" in text
    assert text.count("Copyright KaTeX") == 1, "it is in three bundles"
    assert "Mozilla Public License Version 2.0" in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text


def test_a_package_without_a_notice_is_refused(web: Path) -> None:
    write(web / "dist" / "worker" / ".vite" / "licenses.json", [{"name": "odd", "version": "2.0.0"}])
    with pytest.raises(BuildError, match=r"odd 2\.0\.0 is bundled and comes without a licence text"):
        licences_text(web)


def test_another_pyodide_needs_its_notices_read_again(web: Path) -> None:
    write(web / "node_modules" / "pyodide" / "package.json", {"version": "999.0.0"})
    with pytest.raises(BuildError, match=r"the notices of Pyodide .*, and this is 999\.0\.0"):
        licences_text(web)


def test_they_are_those_of_the_pyodide_that_npm_installs() -> None:
    wanted = json.loads((ROOT / "web" / "package.json").read_text("utf-8"))["dependencies"]["pyodide"]
    assert parts()["pyodide"] == wanted


def test_no_text_is_left_over() -> None:
    named = {part["text"] for part in parts()["parts"]}
    assert {path.name for path in (ROOT / "web" / "licenses").glob("*.txt")} == named
