"""A folder of apps becomes one site."""

from __future__ import annotations

import io
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.fonts import Fonts
from pyblocks.build.gallery import build_gallery
from pyblocks.build.gallery_text import OWN_NAMES
from pyblocks.build.prerender import Screen
from pyblocks.build.report import Report
from unit.build.conftest import Run, Tree

pytestmark = pytest.mark.usefixtures("installed")

APPS = {
    "cart": '"""Counts what is in it.\n\nMore."""\nimport gradio as gr\n\ndemo = gr.Blocks(title="Cart & more")\n',
    "big_clock": "import gradio as gr\n",
    "zoo": '"""Animals."""\n',
}


@pytest.fixture
def apps(tmp_path: Path) -> Path:
    """A folder of three apps, and of what is none."""
    for name, source in APPS.items():
        (tmp_path / "apps" / name).mkdir(parents=True)
        (tmp_path / "apps" / name / "app.py").write_text(source)
    (tmp_path / "apps" / "cart" / "prices.csv").write_text("milk,<2>\n")
    (tmp_path / "apps" / "cart" / "photo.jpg").write_bytes(b"\xff\xd8\0")
    (tmp_path / "apps" / "no_app").mkdir()
    (tmp_path / "apps" / ".hidden").mkdir()
    (tmp_path / "apps" / ".hidden" / "app.py").write_text("import gradio")
    return tmp_path / "apps"


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each app a first screen."""

    def first_screen(app: Any, frontend: Any, report: Any, name: str) -> Screen:
        return Screen(html=f"<p>First of {name}</p>", styles="<style>p {}</style>", configs=[], modules=[], files={})

    monkeypatch.setattr("pyblocks.build.gallery.first_screen", first_screen)


def manifest(page: bytes) -> dict[str, Any]:
    element = re.search(r'<script id="pyblocks-site"[^>]*>(.*?)</script>', page.decode())
    assert element
    loaded: dict[str, Any] = json.loads(element[1])
    return loaded


def links(page: bytes) -> set[str]:
    return {url for url in re.findall(r'(?:src|href)="([^"]*)"', page.decode()) if not url.startswith("data:")}


def titles(index: bytes) -> list[str]:
    return re.findall(r"<h2><a [^>]*>(.*?)</a></h2>", index.decode())


def test_every_app_is_on_the_index_by_title_and_first_line_of_its_docstring(
    apps: Path, tmp_path: Path, report: Report
) -> None:
    build_gallery(apps, tmp_path / "site", report)
    index = (tmp_path / "site" / "index.html").read_bytes()
    assert titles(index) == ["Big clock", "Cart &amp; more", "Zoo"]
    assert b"<p>Counts what is in it.</p>" in index
    assert b"<h1>Apps</h1>" in index
    assert b"<!--pyblocks" not in index
    assert (
        b'<meta name="description" content="Counts what is in it." />'
        in (tmp_path / "site" / "cart" / "index.html").read_bytes()
    )


def test_the_readme_gives_title_introduction_and_order(apps: Path, tmp_path: Path, report: Report) -> None:
    (apps / "README.md").write_text(
        "![logo](logo.png)\n\n# My *apps* & more\n\n> quoted\n\nAll of my [apps](https://example.org),\n"
        "in `Python`.\n\n"
        "- [Zoo](zoo) and [the clock](./big_clock/)\n- [gone](gone)\n"
    )
    build_gallery(apps, tmp_path / "site", report)
    index = (tmp_path / "site" / "index.html").read_text()
    assert "<h1>My apps &amp; more</h1>" in index
    assert "<p>All of my apps, in Python.</p>" in index
    assert titles(index.encode()) == ["Zoo", "Big clock", "Cart &amp; more"]


def test_all_links_lead_to_files_and_apps_share_what_is_large(
    apps: Path, tmp_path: Path, report: Report, tree: Tree, screens: None
) -> None:
    build_gallery(apps, tmp_path / "site", report)
    site = tmp_path / "site"
    files = tree(site)
    pages = [name for name in files if name.endswith(".html")]
    assert len(pages) == 1 + 3 * 3
    for name in pages:
        for url in links(files[name]):
            target = (site / name).parent / url
            assert target.is_file() or (target / "index.html").is_file(), (name, url)
    sites = [manifest(files[f"{name}/index.html"]) for name in APPS]
    assert len({site["files"]["app.zip"]["url"] for site in sites}) == 3
    for shared in ("pyodide.asm.wasm", "pyblocks.zip", "snapshot.bin"):
        assert len({site["files"][shared]["url"] for site in sites}) == 1
    assert all((site / "cart" / entry["url"]).is_file() for entry in sites[0]["files"].values())
    assert len([name for name in files if name.endswith(".wasm")]) == 1
    icons = json.loads(files["cart/manifest.webmanifest"])["icons"]
    assert all((site / "cart" / icon["src"]).is_file() for icon in icons)
    assert str(tmp_path).encode() not in b"".join(files.values())


def test_the_picture_is_the_first_screen_out_of_reach(
    apps: Path, tmp_path: Path, report: Report, screens: None
) -> None:
    build_gallery(apps, tmp_path / "site", report)
    index = (tmp_path / "site" / "index.html").read_text()
    assert '<div class="picture" aria-hidden="true" inert><iframe src="cart/preview.html" loading="lazy"' in index
    preview = (tmp_path / "site" / "cart" / "preview.html").read_text()
    assert "<body inert>" in preview
    assert "<p>First of cart</p>" in preview
    assert "<style>p {}</style>" in preview
    assert "main();" not in preview
    assert '<script type="module"' not in preview


def test_without_a_first_screen_the_picture_is_an_initial(apps: Path, tmp_path: Path, report: Report) -> None:
    build_gallery(apps, tmp_path / "site", report, prerender=False)
    assert '<div class="picture" aria-hidden="true" inert><b>C</b>' in (tmp_path / "site" / "index.html").read_text()
    assert not (tmp_path / "site" / "cart" / "preview.html").exists()


def test_the_source_page_has_each_file_and_the_app(apps: Path, tmp_path: Path) -> None:
    said = io.StringIO()
    build_gallery(apps, tmp_path / "site", Report(said))
    page = (tmp_path / "site" / "cart" / "source.html").read_text()
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["app.py", "photo.jpg", "prices.csv"]
    assert "milk,&lt;2&gt;" in page
    assert "<p>3 B</p>" in page
    assert '<iframe src="./" title="Cart &amp; more" loading="lazy">' in page
    assert "Note: the source is shown without colours: an installed PyBlocks lacks" in said.getvalue()


def test_one_worker_keeps_all_apps(apps: Path, tmp_path: Path, report: Report, tree: Tree) -> None:
    build_gallery(apps, tmp_path / "site", report)
    files = tree(tmp_path / "site")
    assert [name for name in files if name.endswith("sw.js")] == ["sw.js"]
    build = json.loads(files["sw.js"].decode().split(";\n")[0].removeprefix("const BUILD = "))
    kept = {name.removesuffix("index.html"): data for name, data in files.items()}
    for name in ("sw.js", ".nojekyll", ".pyblocks-site.json", "LICENSES.txt"):
        del kept[name]
    assert build["files"] == {name: sha256(data).hexdigest() for name, data in kept.items()}
    for name in APPS:
        site = manifest(files[f"{name}/index.html"])
        assert (site["offline"], site["root"]) == (build["id"], "../")


def test_a_change_of_any_app_is_another_build(apps: Path, tmp_path: Path, report: Report) -> None:
    ids = []
    for title in ("Zoo", "Park", "Zoo"):
        (apps / "zoo" / "app.py").write_text(f"gr.Blocks(title={title!r})")
        build_gallery(apps, tmp_path / "site", report)
        ids.append(manifest((tmp_path / "site" / "cart" / "index.html").read_bytes())["offline"])
    assert ids[0] == ids[2] != ids[1]


def test_a_gallery_that_is_not_to_be_kept_has_no_worker(apps: Path, tmp_path: Path, report: Report) -> None:
    build_gallery(apps, tmp_path / "site", report, offline=False)
    assert not list((tmp_path / "site").rglob("sw.js"))
    assert manifest((tmp_path / "site" / "zoo" / "index.html").read_bytes())["offline"] is None


def test_a_rebuild_has_the_same_bytes_and_prunes_its_own_files_only(
    apps: Path, tmp_path: Path, report: Report, tree: Tree
) -> None:
    site = tmp_path / "site"
    build_gallery(apps, site, report)
    before = tree(site)
    build_gallery(apps, site, report)
    build_gallery(apps, tmp_path / "other", report)
    assert tree(site) == before == tree(tmp_path / "other")
    (site / "zoo" / "mine.txt").write_text("mine")
    (apps / "zoo" / "app.py").unlink()
    (apps / "big_clock" / "app.py").unlink()
    build_gallery(apps, site, report)
    assert not (site / "big_clock").exists()
    assert [path.name for path in (site / "zoo").iterdir()] == ["mine.txt"]
    assert titles((site / "index.html").read_bytes()) == ["Cart &amp; more"]


def test_an_app_that_can_not_be_built_is_named_and_nothing_is_written(build: Run, apps: Path, tmp_path: Path) -> None:
    (apps / "zoo" / "app.py").write_text("demo = gr.Blocks(\n")
    run = build("apps", "-o", "out")
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == (
        f"build.py: error: zoo: {Path('apps/zoo/app.py')}, line 1, column 17: '(' was never closed"
    )
    assert not (tmp_path / "out").exists()


def test_the_command_tells_a_gallery_from_an_app(build: Run, apps: Path, tmp_path: Path) -> None:
    run = build("apps", "-o", "out")
    assert (run.returncode, run.stderr) == (0, "")
    assert "3 apps" in run.stdout
    run = build("apps", "--single-file")
    assert run.returncode == 2
    assert "--single-file is for one app and apps is a folder of apps: give one of them" in run.stderr
    assert "has no app.py" in build("apps/no_app", "-o", "none").stderr
    assert "holds the app itself" in build("apps", "-o", "apps").stderr
    assert build("apps/zoo", "-o", "one").returncode == 0
    assert not (tmp_path / "one" / "zoo").exists()


def test_apps_called_as_files_of_the_gallery_are_refused_all_at_once(
    apps: Path, tmp_path: Path, report: Report
) -> None:
    (apps / "zoo").rename(apps / "assets")
    (apps / "cart").rename(apps / "SW.js")
    (apps / "big_clock").rename(apps / "index.html")
    with pytest.raises(BuildError, match=r"rename SW\.js, assets, index\.html: no app of a gallery can be called so"):
        build_gallery(apps, tmp_path / "site", report)
    assert not (tmp_path / "site").exists()


def test_what_the_gallery_has_beside_the_apps_is_no_name_for_one(apps: Path, tmp_path: Path, report: Report) -> None:
    build_gallery(apps, tmp_path / "site", report)
    own = {path.name for path in (tmp_path / "site").iterdir() if not path.name.startswith(".")} - APPS.keys()
    assert {name.lower() for name in own} <= OWN_NAMES


def test_a_site_in_the_folder_is_no_app(apps: Path, report: Report) -> None:
    build_gallery(apps, apps / "site", report)
    (apps / "site" / "app.py").write_text("mine")
    build_gallery(apps, apps / "site", report)
    assert not (apps / "site" / "site").exists()


def test_fonts_are_found_from_the_apps_pages(
    apps: Path, tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch, tree: Tree
) -> None:
    def fetch(files: object, report: Report) -> Fonts:
        return Fonts("src: url(assets/A-1.woff2)", {"assets/A-1.woff2": b"f"})

    monkeypatch.setattr("pyblocks.build.gallery.fetch_fonts", fetch)
    build_gallery(apps, tmp_path / "site", report, with_fonts=True)
    files = tree(tmp_path / "site")
    assert "assets/A-1.woff2" in files
    assert b"url(../assets/A-1.woff2)" in files["zoo/index.html"]
