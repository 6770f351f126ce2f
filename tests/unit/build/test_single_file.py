"""The one HTML file."""

from __future__ import annotations

import base64
import gzip
import html.parser
import json
from pathlib import Path

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.report import Report
from pyblocks.build.single_file import build_single_file

pytestmark = pytest.mark.usefixtures("installed")


class Elements(html.parser.HTMLParser):
    """The scripts and style sheets of a page, as a browser takes them apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.outside: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag in {"script", "style"}
        self.outside += [value or "" for name, value in attrs if name in {"src", "href"}]
        if self._inside:
            self.found.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            attrs, text = self.found[-1]
            self.found[-1] = attrs, text + data


@pytest.fixture
def page(app: Path, tmp_path: Path, report: Report) -> Elements:
    build_single_file(app, tmp_path / "cart.html", report)
    return Elements((tmp_path / "cart.html").read_text("utf-8"))


def test_everything_is_embedded(page: Elements, dist: Path) -> None:
    by_id = {f"#{attrs['id']}": text for attrs, text in page.found if "id" in attrs}
    site = json.loads(by_id["#pyblocks-site"])
    for name, entry in site["files"].items():
        assert "." not in entry["url"], "the page looks it up as a CSS selector"
        text = by_id[entry["url"]]
        assert "<" not in text
        data = gzip.decompress(base64.b85decode(text.replace(",", "<")))
        assert len(data) == entry["size"]
        if (dist / "pyodide" / name).exists():
            assert data == (dist / "pyodide" / name).read_bytes()
    assert list(site["files"]) == ["pyodide.asm.mjs", "pyodide.asm.wasm", "bytecode.zip", "app.zip"]
    assert [url for url in page.outside if not url.startswith("data:")] == []


def test_script_and_style_are_whole(page: Elements) -> None:
    scripts = [text for attrs, text in page.found if attrs.get("type") == "module"]
    assert scripts == [r"const end = '\x3C/script>', note = `\x3C!--`;"]
    assert r"c::after{content:'<\/style>'}" in [text for attrs, text in page.found]


def test_building_again_replaces_it_with_the_same_bytes(app: Path, tmp_path: Path, report: Report) -> None:
    file = app / "cart.html"
    build_single_file(app, file, report)
    before = file.read_bytes()
    build_single_file(app, file, report)
    assert file.read_bytes() == before
    assert sorted(path.name for path in app.iterdir()) == ["app.py", "cart.html", "prices.csv"]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("mine.html", "was not written by PyBlocks"),
        ("cart", "must end in .html"),
        ("folder.html", "is a folder"),
        ("mine.html/x.html", "can't write"),
    ],
)
def test_output_that_is_not_ours(app: Path, tmp_path: Path, report: Report, output: str, said: str) -> None:
    (tmp_path / "mine.html").write_text("<h1>Mine</h1>")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(BuildError, match=said):
        build_single_file(app, tmp_path / output, report)
    assert (tmp_path / "mine.html").read_text() == "<h1>Mine</h1>"


def test_a_failing_build_keeps_the_old_file(
    app: Path, tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cart.html"
    build_single_file(app, file, report)
    before = file.read_bytes()

    def stop(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    (app / "app.py").write_text("gr.Blocks()")
    with pytest.raises(KeyboardInterrupt):
        build_single_file(app, file, report)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".pyblocks-*"))
