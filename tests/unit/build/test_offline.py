"""What makes a site work without a network."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pyblocks.build.report import Report
from pyblocks.build.site import build_site
from unit.build.conftest import Run, Tree

pytestmark = pytest.mark.usefixtures("installed")


def page_manifest(folder: Path) -> dict[str, Any]:
    text = re.search(r'<script id="pyblocks-site"[^>]*>(.*?)</script>', (folder / "index.html").read_text("utf-8"))
    assert text
    manifest: dict[str, Any] = json.loads(text[1])
    return manifest


def worker_build(folder: Path) -> dict[str, Any]:
    """What the service worker knows of the build."""
    text, script = (folder / "sw.js").read_text("utf-8").split(";\n")
    assert script == "work();"
    build: dict[str, Any] = json.loads(text.removeprefix("const BUILD = "))
    return build


def test_the_worker_has_the_digest_of_every_file_that_a_visit_may_ask_for(
    app: Path, tmp_path: Path, report: Report, tree: Tree
) -> None:
    build_site(app, tmp_path / "site", report)
    files = tree(tmp_path / "site")
    for name in ("sw.js", ".nojekyll", ".pyblocks-site.json", "LICENSES.txt"):
        del files[name]
    files[""] = files.pop("index.html")
    assert worker_build(tmp_path / "site")["files"] == {name: sha256(data).hexdigest() for name, data in files.items()}
    assert "manifest.webmanifest" in files
    inflated = {name: sha256(b"memory").hexdigest() for name in files if name.endswith(".bin")}
    assert inflated
    assert worker_build(tmp_path / "site")["inflated"] == inflated


def test_page_and_worker_know_the_build_by_what_is_in_it(app: Path, tmp_path: Path, report: Report) -> None:
    ids = []
    for text in ("milk,2\n", "milk,3\n", "milk,2\n"):
        (app / "prices.csv").write_text(text)
        build_site(app, tmp_path / "site", report)
        ids.append(page_manifest(tmp_path / "site")["offline"])
        assert worker_build(tmp_path / "site")["id"] == ids[-1]
    assert ids[0] == ids[2] != ids[1]


def test_a_site_that_is_not_to_be_kept_has_no_worker_and_says_so(app: Path, tmp_path: Path, report: Report) -> None:
    build_site(app, tmp_path / "site", report)
    build_site(app, tmp_path / "site", report, offline=False)
    assert not (tmp_path / "site" / "sw.js").exists()
    assert page_manifest(tmp_path / "site")["offline"] is None


def test_the_web_manifest_names_the_app_and_stays_where_it_is(app: Path, tmp_path: Path, report: Report) -> None:
    build_site(app, tmp_path / "site", report)
    manifest = json.loads((tmp_path / "site" / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Cart & more"
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    assert all((tmp_path / "site" / icon["src"]).is_file() for icon in manifest["icons"])
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} >= {
        ("192x192", "maskable"),
        ("512x512", "maskable"),
        ("512x512", "any"),
    }
    assert '<link rel="manifest" href="manifest.webmanifest"' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_the_option_is_for_sites(build: Run, app: Path) -> None:
    assert build(app, "-o", "site", "--no-offline").returncode == 0
    done = build(app, "--single-file", "--no-offline")
    assert done.returncode == 2
    assert "--no-offline is for sites" in done.stderr
