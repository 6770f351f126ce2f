"""``requests`` and ``httpx``, which lie in the folder of an app, as pip puts them there."""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import shutil
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.sites import ROOT, Sites, StaticHandler, StaticServer
from e2e.test_stream import field, press
from e2e.visitor import Visitor
from e2e.watch import Watch

#: What the clients import in a page; the compiled parts of one, which have Python files too, stay behind.
PACKAGES = ("requests", "urllib3", "idna", "certifi", "charset_normalizer", "httpx")


class Handler(StaticHandler):
    """Sends files; tells what it was sent, packed; takes its time; and lets pages of other sites have ``/open``."""

    def do_GET(self) -> None:  # noqa: N802 (as the class above has it)
        if self.path.endswith("/slow"):
            time.sleep(1)
            self._send(b"slow")
        elif self.path == "/open":
            self._send(b"open", ("Access-Control-Allow-Origin", "*"))
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        told = {name: self.headers[name] for name in ("Content-Type", "X-One") if self.headers[name]}
        told["body"] = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._send(gzip.compress(json.dumps(told).encode()), ("Content-Encoding", "gzip"))

    do_PUT = do_POST  # noqa: N815

    def _send(self, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in (*headers, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):  # who asked is gone
            self.wfile.write(body)


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Path:
    app = tmp_path_factory.mktemp("app") / "clients"
    shutil.copytree(ROOT / "tests" / "e2e" / "apps" / "clients", app)
    for package in PACKAGES:
        spec = find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        source = Path(spec.origin).parent
        shutil.copytree(source, app / package, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    return sites.folder(str(app), "--no-offline")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of another site."""
    server = StaticServer(tmp_path_factory.mktemp("other"), Handler)
    yield server.origin
    server.shutdown()


@pytest.fixture(scope="module")
def module_page(browser: Browser, site: Path, other: str) -> Iterator[tuple[Page, Watch]]:
    server = StaticServer(site.parent, Handler)
    visitor = Visitor(browser, server.origin)
    page = visitor.open(f"{server.origin}/{site.name}/")
    field(page, "Other site").fill(other)
    yield page, visitor.watch
    visitor.close()
    server.shutdown()


def close_alert(page: Page, text: str | re.Pattern[str]) -> None:
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(text)
    alert.get_by_role("button", name="Close").click()
    expect(alert).to_have_count(0)


def test_requests_reads_what_lies_beside_the_page(page: Page) -> None:
    press(page, "Read")
    expect(field(page, "Result")).to_have_value("200 text/html True")


def test_requests_sends_json_and_files(page: Page) -> None:
    press(page, "Post")
    size = len((ROOT / "tests" / "e2e" / "apps" / "clients" / "app.py").read_text())
    told = {"Content-Type": "application/json", "X-One": "1", "body": '{"name": "Zo\\u00eb"}'}
    expect(field(page, "Result")).to_have_value(f"{told} {size}")


def test_requests_says_what_a_server_refuses(page: Page, watch: Watch) -> None:
    watch.expect("HTTPError: 404 Client Error")
    watch.expect("404")
    press(page, "Missing")
    close_alert(page, re.compile("404 Client Error: File not found for url: http.*/no-such-file"))


def test_requests_stops_waiting_and_others_run_meanwhile(page: Page) -> None:
    press(page, "Late")
    expect(field(page, "Result")).to_have_value("timed out in time: True, others ran: True")


def test_requests_asks_other_sites_that_allow_it(page: Page, watch: Watch, other: str) -> None:
    watch.expect(re.escape(other))
    press(page, "Open")
    expect(field(page, "Result")).to_have_value("open")
    press(page, "Refused")
    close_alert(page, f"The browser got no answer from {other}/refused")


def test_httpx_reads_and_sends(page: Page) -> None:
    press(page, "httpx: read")
    told = {"Content-Type": "application/json", "X-One": "1", "body": '{"name":"Zoë"}'}
    expect(field(page, "Result")).to_have_value(f"200 {told}")


def test_httpx_waits_without_blocking(page: Page) -> None:
    press(page, "httpx: wait")
    expect(field(page, "Result")).to_have_value("slow 200 timed out, others ran: True")


def test_httpx_says_what_other_sites_refuse(page: Page, watch: Watch, other: str) -> None:
    watch.expect(re.escape(other))
    watch.expect("ConnectError")
    press(page, "httpx: refused")
    close_alert(page, f"The browser got no answer from {other}/refused")
