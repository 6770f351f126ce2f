"""Fonts that the build fetches. No registry is asked: a local server stands for it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.fonts import REGISTRY, Fonts, fetch_fonts
from pyblocks.build.report import Report
from pyblocks.build.single_file import build_single_file
from pyblocks.build.site import build_site

WOFF2 = b"wOF2 of "
RULE = """/* latin */
@font-face {{
  font-family: '{family}';
  src: url({origin}/files/one.woff2) format('woff2');
  unicode-range: U+0000-00FF;
}}
"""


class Registry(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        host = f"http://{self.headers['Host']}"
        found = re.search(r"family=([^:]+):wght@([\d;]+)&display=swap$", self.path)
        if found and "Firefox" in self.headers["User-Agent"]:
            body = RULE.format(family=found[1].replace("+", " "), origin=host).encode()
        else:
            body = WOFF2 + self.path.encode()
        self.send_response(404 if "Nope" in self.path else 200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/css2"
    monkeypatch.setenv(REGISTRY, url)
    yield url
    server.shutdown()
    server.server_close()


def fonts_of(source: str, report: Report) -> list[str]:
    """The fonts that are fetched for an app, as the registry is asked for them."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        if "css2" not in url:
            return WOFF2
        asked.append(url.partition("family=")[2].removesuffix("&display=swap"))
        return RULE.format(family="f", origin="https://example.org").encode()

    fetch_fonts({"app.py": source.encode(), "data.csv": b"GoogleFont('no')"}, report, fetch)
    return asked


def test_google_fonts_and_those_of_built_in_themes_are_found(report: Report) -> None:
    source = "gr.themes.Soft(font=[gr.themes.GoogleFont('Open Sans', weights=(300,)), 'serif'])"
    assert fonts_of(source, report) == ["Montserrat:wght@400;700", "IBM+Plex+Mono:wght@400;600", "Open+Sans:wght@300"]
    assert fonts_of("demo.launch(theme='gradio/neon')", report) == ["Lexend:wght@400;600", "Space+Mono:wght@400"]
    assert fonts_of("GoogleFont('A'); GoogleFont('A')", report) == ["A:wght@400;600"]
    assert fonts_of("print('Soft')", report) == []


def test_a_font_that_the_app_computes_is_named(report: Report) -> None:
    with pytest.raises(BuildError, match=r"can't read GoogleFont\(name\): write its name"):
        fonts_of("GoogleFont(name)", report)


def test_a_site_has_the_files_and_rules_that_name_them(
    app: Path, tmp_path: Path, report: Report, registry: str, installed: None
) -> None:
    (app / "app.py").write_text("gr.themes.GoogleFont('Open Sans')")
    build_site(app, tmp_path / "site", report, with_fonts=True)
    page = (tmp_path / "site" / "index.html").read_text()
    path = re.search(r"font-family: 'Open Sans';\s*src: url\((assets/OpenSans-\w+\.woff2)\)", page)
    assert path
    assert (tmp_path / "site" / path[1]).read_bytes().startswith(WOFF2)
    assert registry.removesuffix("/css2") not in page


def test_a_single_file_has_them_inside(
    app: Path, tmp_path: Path, report: Report, registry: str, installed: None
) -> None:
    (app / "app.py").write_text("gr.themes.GoogleFont('Open Sans')")
    build_single_file(app, tmp_path / "app.html", report, with_fonts=True)
    page = (tmp_path / "app.html").read_text()
    assert "src: url(data:font/woff2;base64,d09GMiBvZi" in page
    assert registry.removesuffix("/css2") not in page


@pytest.mark.usefixtures("installed")
def test_without_the_option_nothing_is_fetched(app: Path, tmp_path: Path, report: Report) -> None:
    (app / "app.py").write_text("gr.themes.GoogleFont('Open Sans')")
    build_site(app, tmp_path / "site", report)
    assert "@font-face" not in (tmp_path / "site" / "index.html").read_text()


def test_a_font_that_the_registry_lacks_is_named(report: Report, registry: str) -> None:
    with pytest.raises(BuildError, match=r"can't fetch .*family=Nope.*404"):
        fetch_fonts({"app.py": b"GoogleFont('Nope')"}, report)


def test_a_file_that_is_no_font_is_refused(report: Report) -> None:
    def fetch(url: str) -> bytes:
        return RULE.format(family="A", origin="https://example.org").encode()

    with pytest.raises(BuildError, match="the font A has a file that is no WOFF2"):
        fetch_fonts({"app.py": b"GoogleFont('A')"}, report, fetch)


def test_an_app_without_fonts_is_told_so(report: Report) -> None:
    assert fetch_fonts({"app.py": b"print()"}, report) == Fonts()
