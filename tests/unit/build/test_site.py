"""The folder that a build writes."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.report import Report
from pyblocks.build.site import build_site

Tree = Callable[[Path], dict[str, bytes]]

pytestmark = pytest.mark.usefixtures("installed")


def manifest(page: str) -> dict[str, Any]:
    element = re.search(r'<script id="pyblocks-site" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert element
    loaded = json.loads(element[1])
    assert isinstance(loaded, dict)
    return loaded


def links(page: str) -> list[str]:
    """What the page loads from beside itself."""
    found = re.findall(r'(?:src|href)="([^"]*)"', page) + [file["url"] for file in manifest(page)["files"].values()]
    return [url for url in found if not url.startswith("data:")]


def test_every_file_of_the_page_is_there_by_relative_url(app: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    build_site(app, tmp_path / "deep" / "site", report)
    files = tree(tmp_path / "deep" / "site")
    page = files["index.html"].decode()
    assert links(page)
    assert set(links(page)) <= files.keys()
    assert ".nojekyll" in files
    assert "<!--pyblocks" not in page
    assert "<title>Cart &amp; more</title>" in page
    assert page.count('<script type="module" src="assets/main-11111111.js">') == 1
    assert page.index("shared-33333333.css") < page.index("main-55555555.css")
    assert '<link rel="modulepreload" href="assets/shared-22222222.js" />' in page
    assert str(tmp_path).encode() not in b"".join(files.values())


def test_the_manifest_tells_size_and_hashed_name(app: Path, tmp_path: Path, report: Report) -> None:
    build_site(app, tmp_path / "site", report)
    site = manifest((tmp_path / "site" / "index.html").read_text())
    assert (site["title"], site["entry"]) == ("Cart & more", "app.py")
    assert list(site["files"]) == [
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "bytecode.zip",
        "snapshot.bin",
        "pyblocks.zip",
        "app.zip",
    ]
    for name, entry in site["files"].items():
        data = (tmp_path / "site" / entry["url"]).read_bytes()
        stem, _, suffix = name.rpartition(".")
        assert entry == {"url": f"assets/{stem}-{hashlib.sha256(data).hexdigest()[:10]}.{suffix}", "size": len(data)}


def test_the_standard_library_is_preloaded_if_the_app_needs_more_of_it_than_the_snapshot_has(
    app: Path, tmp_path: Path, report: Report
) -> None:
    for statement, needed in {"import json": False, "import csv": True}.items():
        (app / "app.py").write_text(f"{statement}\nimport gradio")
        build_site(app, tmp_path / "site", report)
        page = (tmp_path / "site" / "index.html").read_text()
        assert manifest(page)["stdlib"] is needed
        preloaded = [link for link in re.findall(r'rel="preload" [^>]*href="([^"]*)"', page) if "stdlib" in link]
        assert bool(preloaded) is needed


def test_the_archives_hold_the_app_and_the_package_without_the_tool(app: Path, tmp_path: Path, report: Report) -> None:
    build_site(app, tmp_path / "site", report)
    archives = {path.name[:3]: path for path in (tmp_path / "site" / "assets").glob("*.zip")}
    assert zipfile.ZipFile(archives["app"]).namelist() == ["app.py", "prices.csv"]
    package = zipfile.ZipFile(archives["pyb"]).namelist()
    assert "pyblocks/app/blocks.py" in package
    assert not [name for name in package if name.startswith("pyblocks/build/") or not name.endswith(".py")]


def test_building_again_gives_the_same_bytes(app: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    build_site(app, tmp_path / "one", report)
    (app / "app.py").touch()
    build_site(app, tmp_path / "one", report)
    build_site(app, tmp_path / "two", report)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_text_of_the_app_cannot_end_an_element(app: Path, tmp_path: Path, report: Report) -> None:
    title = "</script><!--pyblocks:site--></title><b>"
    (app / "app.py").write_text(f"gr.Blocks(title={title!r})")
    build_site(app, tmp_path / "site", report)
    page = (tmp_path / "site" / "index.html").read_text()
    assert manifest(page)["title"] == title
    assert "<b>" not in page


def test_a_rebuild_prunes_its_own_files_only(app: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    site = tmp_path / "site"
    build_site(app, site, report)
    before = tree(site)
    old_app = next(name for name in before if name.startswith("assets/app-"))
    (site / "CNAME").write_text("example.org")
    (site / "assets" / "logo.png").write_text("mine")
    (app / "app.py").write_text("gr.Blocks()")
    build_site(app, site, report)
    after = tree(site)
    assert after.keys() - before.keys() >= {"CNAME", "assets/logo.png"}
    assert old_app not in after
    assert before.keys() - after.keys() == {old_app}
    (app / "app.py").write_text("gr.Blocks(title='Third')")
    changed = site / next(name for name in after if name.startswith("assets/app-"))
    changed.write_text("changed by hand")
    build_site(app, site, report)
    assert changed.read_text() == "changed by hand"


def test_an_empty_folder_is_taken_and_keeps_its_place(app: Path, tmp_path: Path, report: Report) -> None:
    site = tmp_path / "site"
    site.mkdir()
    inode = site.stat().st_ino
    build_site(app, site, report)
    assert site.stat().st_ino == inode
    assert (site / "index.html").exists()


@pytest.mark.parametrize(
    "record",
    [
        None,
        "{}",
        "nonsense",
        '{"files": {"../cart/app.py": "x"}}',
        '{"files": {"/etc": ""}}',
        '{"files": {"": ""}}',
        '{"files": {"a\\u0000b": ""}}',
        "[" * 100_000,
    ],
)
def test_a_folder_that_is_not_ours_is_not_touched(
    app: Path, tmp_path: Path, report: Report, record: str | None, tree: Tree
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "precious.txt").write_text("mine")
    if record is not None:
        (other / ".pyblocks-site.json").write_text(record)
    before = tree(tmp_path)
    with pytest.raises(BuildError, match="neither empty nor a site of PyBlocks"):
        build_site(app, other, report)
    assert tree(tmp_path) == before


def planted(site: Path, names: dict[str, bytes]) -> None:
    """A record that says that PyBlocks wrote these files, with the right digests."""
    site.mkdir(exist_ok=True)
    files = {name: hashlib.sha256(data).hexdigest() for name, data in names.items()}
    (site / ".pyblocks-site.json").write_text(json.dumps({"files": files}))


def test_a_planted_record_deletes_nothing_that_a_link_leads_to(app: Path, tmp_path: Path, report: Report) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("mine")
    site = tmp_path / "site"
    planted(site, dict.fromkeys(("link/precious.txt", "deep/link/precious.txt", "file"), b"mine"))
    (site / "deep").mkdir()
    for link in (site / "link", site / "deep" / "link"):
        link.symlink_to(outside)
    (site / "file").symlink_to(outside / "precious.txt")
    build_site(app, site, report)
    assert (outside / "precious.txt").read_text() == "mine"
    assert (site / "file").is_symlink()
    assert "link/precious.txt" not in json.loads((site / ".pyblocks-site.json").read_text())["files"]


def test_nothing_is_written_through_a_link_in_the_output(app: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    planted(tmp_path / "site", {})
    (tmp_path / "site" / "assets").symlink_to(outside)
    with pytest.raises(BuildError, match=r"a link leads elsewhere, where no build may write: remove assets$"):
        build_site(app, tmp_path / "site", report)
    assert tree(outside) == {}
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_site_inside_the_app_does_not_swallow_itself(app: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    build_site(app, app / "site", report)
    before = tree(app / "site")
    build_site(app, app / "site", report)
    assert tree(app / "site") == before
    build_site(app, app / "another", report)
    assert tree(app / "another") == before


@pytest.mark.parametrize("output", [".", "..", "../.."])
def test_the_output_may_not_hold_the_app(app: Path, report: Report, output: str, tree: Tree) -> None:
    before = tree(app)
    with pytest.raises(BuildError, match="holds the app itself"):
        build_site(app / "app.py", app / output, report)
    assert tree(app) == before


def test_output_that_cannot_be_written(app: Path, tmp_path: Path, report: Report) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BuildError, match=r"file is a file: choose a folder"):
        build_site(app, tmp_path / "file", report)
    with pytest.raises(BuildError, match=r"can't write .*file/site: Not a directory"):
        build_site(app, tmp_path / "file" / "site", report)


def test_a_front_end_that_fails_leaves_no_trace(
    app: Path, tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(report: Report) -> None:
        raise BuildError("no Node")

    monkeypatch.setattr("pyblocks.build.site.load_frontend", fail)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BuildError, match="no Node"):
        build_site(app, tmp_path / "a" / "site", report)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("existing", ["missing", "empty", "site"])
def test_stopping_anywhere_leaves_the_old_site_or_the_new_one(
    app: Path, tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch, existing: str, tree: Tree
) -> None:
    """Stops the build at each of its renames in turn."""
    new = tmp_path / "new"
    old_files = {}
    stops = 0
    if existing == "site":
        build_site(app, tmp_path / "old", report)
        old_files = tree(tmp_path / "old")
    (app / "app.py").write_text("gr.Blocks()")
    build_site(app, new, report)
    new_files = tree(new)
    replace, rename = Path.replace, Path.rename
    for stop_at in range(100):
        site = tmp_path / f"site{stop_at}"
        if existing != "missing":
            site.mkdir()
        for name, data in old_files.items():
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_bytes(data)
        calls = iter(range(100))

        def stop(path: Path, target: Path, calls: Any = calls, stop_at: int = stop_at) -> Path:
            if next(calls) == stop_at:
                raise KeyboardInterrupt
            return (rename if existing == "missing" else replace)(path, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", stop)
            patch.setattr(Path, "rename", stop)
            try:
                build_site(app, site, report)
            except KeyboardInterrupt:
                stops += 1
            else:
                assert tree(site) == new_files
                break
        if tree(site) != old_files:
            assert tree(site)["index.html"] == new_files["index.html"]
            assert new_files.keys() <= tree(site).keys()
            build_site(app, site, report)
            assert tree(site) == new_files
        assert not list(tmp_path.glob(".pyblocks-*"))
    assert stops >= (1 if existing == "missing" else 10)


def test_progress_is_plain_lines(app: Path, tmp_path: Path) -> None:
    said = io.StringIO()
    build_site(app, tmp_path / "site", Report(said), prerender=False)
    assert re.fullmatch(
        r"Reading \S+ \.\.\. 2 files, \d+ B, \d+\.\d s\n  Public: app\.py, prices\.csv\n"
        r"Writing \S+ \.\.\. 20 files, [\d.]+ kB, \d+\.\d s\n",
        said.getvalue(),
    )
