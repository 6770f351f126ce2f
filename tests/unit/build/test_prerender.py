"""The first screen in the page, and what becomes of the build where there is none."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pyblocks.build import prerender
from pyblocks.build.cli import main
from pyblocks.build.report import Report
from pyblocks.build.single_file import build_single_file
from pyblocks.build.site import build_site

Tree = Callable[[Path], dict[str, bytes]]

pytestmark = pytest.mark.usefixtures("installed", "unrestricted")

SCREEN = {
    "html": '<gradio-app id="pyblocks-app-0"><p>First</p></gradio-app>',
    "styles": '<style id="pyblocks-styles-0">p {}</style>',
    "configs": [{"title": "</script>"}],
    "files": {".gradio/cached_examples/x.json": "[]"},
    "modules": ["src/katex.ts", "src/components/row.svelte"],
}


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], None]:
    """Puts a program for Node in the place of the one that renders first screens."""

    def write(source: str) -> None:
        file = tmp_path / "package" / "_web" / "tools" / "prerender.js"
        file.parent.mkdir(exist_ok=True)
        (tmp_path / "package" / "node_modules").mkdir(exist_ok=True)
        file.write_text(source)

    return write


def giving(result: object, runs: Path) -> str:
    """A program that notes its runs, and has this result."""
    return f"""
        const fs = require("node:fs");
        const folder = process.argv[2];
        fs.appendFileSync({json.dumps(str(runs))}, fs.readFileSync(folder + "/task.json") + "\\n");
        for (const name of ["app.zip", "bytecode.zip"]) fs.accessSync(folder + "/" + name);
        console.log("the app prints {{}}");
        fs.writeFileSync(folder + "/result.json", {json.dumps(json.dumps(result))});
    """


def said(app: Path, site: Path) -> str:
    """Build the site; what the build said."""
    stream = io.StringIO()
    build_site(app, site, Report(stream))
    return stream.getvalue()


def assert_loading_screen(site: Path) -> None:
    page = (site / "index.html").read_text()
    assert '<div id="pyblocks-boot" role="main"' in page
    assert "<gradio-app" not in page
    assert "pyblocks-prerendered" not in page


def test_the_first_screen_is_in_the_site_with_all_that_it_needs(
    app: Path, tmp_path: Path, report: Report, program: Callable[[str], None]
) -> None:
    runs = tmp_path / "runs"
    program(giving(SCREEN, runs))
    build_site(app, tmp_path / "site", report)
    page = (tmp_path / "site" / "index.html").read_text()
    assert page.index("<p>First</p>") < page.index('<div id="pyblocks-boot" role="region"')
    assert page.index("main-55555555.css") < page.index("<style id=")
    assert page.count('<link rel="modulepreload" href="assets/katex-44444444.js" />') == 1
    assert page.count("main-11111111.js") == 1
    element = re.search(r'<script id="pyblocks-prerendered" type="application/json">(.*?)</script>', page)
    assert element
    assert json.loads(element[1]) == SCREEN["configs"]
    (archive,) = (tmp_path / "site" / "assets").glob("app-*.zip")
    assert zipfile.ZipFile(archive).read(".gradio/cached_examples/x.json") == b"[]"
    assert json.loads(runs.read_text()) == {"entry": "app.py", "title": "Cart & more"}


def test_an_app_is_run_once_for_its_site_its_single_file_and_both_built_again(
    app: Path, tmp_path: Path, report: Report, program: Callable[[str], None], tree: Tree
) -> None:
    runs, site, file = tmp_path / "runs", tmp_path / "site", tmp_path / "cart.html"
    program(giving(SCREEN, runs))
    for _ in range(2):
        build_site(app, site, report)
        build_single_file(app, file, report)
    before = tree(site)
    assert len(runs.read_text().splitlines()) == 1
    assert "<p>First</p>" in file.read_text()
    assert "<style id=" in file.read_text()
    build_site(app, site, report)
    assert tree(site) == before
    (app / "prices.csv").write_text("milk,3\n")
    build_site(app, site, report)
    assert len(runs.read_text().splitlines()) == 2


def test_only_the_newest_first_screens_are_kept(
    app: Path, tmp_path: Path, report: Report, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prerender, "_KEPT", 2)
    program(giving(SCREEN, tmp_path / "runs"))
    for price in range(4):
        (app / "prices.csv").write_text(f"milk,{price}\n")
        build_site(app, tmp_path / "site", report)
    assert len(list((tmp_path / "package" / "node_modules" / ".cache" / "pyblocks" / "prerender").iterdir())) == 2


def test_an_app_that_can_not_run_then_is_built_without_and_said_so(
    app: Path, tmp_path: Path, program: Callable[[str], None]
) -> None:
    program(giving({"error": "app.py, line 3:\n AttributeError: document"}, tmp_path / "runs"))
    lines = said(app, tmp_path / "site").splitlines()
    assert "Built without prerender: app.py, line 3: AttributeError: document" in lines
    assert_loading_screen(tmp_path / "site")


def test_a_machine_without_node(
    app: Path, tmp_path: Path, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program(giving(SCREEN, tmp_path / "runs"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Built without prerender: that needs Node.js, and there is no node here" in said(app, tmp_path / "site")
    assert_loading_screen(tmp_path / "site")


def test_a_copy_without_the_program(app: Path, tmp_path: Path) -> None:
    assert "Built without prerender: an installed PyBlocks lacks what that needs" in said(app, tmp_path / "site")
    assert_loading_screen(tmp_path / "site")


def test_node_that_fails_is_quoted(app: Path, tmp_path: Path, program: Callable[[str], None]) -> None:
    program("console.log('noise'); throw new RangeError('out of memory');")
    expected = r"Built without prerender: Node\.js ended with code 1: RangeError: out of memory\n"
    assert re.search(expected, said(app, tmp_path / "site"))
    program("process.exit(3)")
    assert "Node.js ended with code 3: it said nothing" in said(app, tmp_path / "site")


def test_an_app_that_never_comes_to_an_end_is_stopped(
    app: Path, tmp_path: Path, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    monkeypatch.setattr(prerender, "TIME_LIMIT", 2)
    program(f"require('fs').writeFileSync({json.dumps(str(pid))}, String(process.pid)); for (;;);")
    assert "Built without prerender: the app took more than 2 seconds to start." in said(app, tmp_path / "site")
    assert_loading_screen(tmp_path / "site")
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


@pytest.mark.parametrize("output", ["site", "cart.html"])
def test_it_can_be_switched_off(app: Path, tmp_path: Path, program: Callable[[str], None], output: str) -> None:
    program(giving(SCREEN, tmp_path / "runs"))
    options = ["--single-file"] if output.endswith(".html") else []
    assert main([str(app), "-o", str(tmp_path / output), "--no-prerender", *options]) == 0
    assert not (tmp_path / "runs").exists()


def test_a_lone_surrogate_is_the_sign_for_one_in_the_page(
    app: Path, program: Callable[[str], None], tmp_path: Path
) -> None:
    program(giving(SCREEN | {"html": "<p>a \ud800 b</p>", "configs": [{"title": "\ud800"}]}, tmp_path / "runs"))
    site = tmp_path / "site"
    assert "Traceback" not in said(app, site)
    assert "<p>a \ufffd b</p>" in (site / "index.html").read_text("utf-8")
