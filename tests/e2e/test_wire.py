"""What a visit asks the server for, and in which order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from e2e import browsers
from e2e.sites import Sites, StaticHandler, StaticServer
from e2e.visitor import wait_for_state

KEPT = "navigator.serviceWorker.ready.then(({active}) => active.state)"


class Log(StaticHandler):
    """Writes down what is asked for; browsers may keep it, as on most hosts."""

    asked: list[str]

    def do_GET(self) -> None:  # noqa: N802 (as the class above has it)
        """Send a file."""
        self.asked.append(self.path.removeprefix("/"))
        super().do_GET()

    def end_headers(self) -> None:
        """Say how long it is good for."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@pytest.fixture
def asked() -> list[str]:
    """What has been asked for."""
    return []


@pytest.fixture
def address(sites: Sites, asked: list[str]) -> Iterator[str]:
    """Where a site is."""
    server = StaticServer(sites.folder("counter.py", offline=True), type("Handler", (Log,), {"asked": asked}))
    yield f"{server.origin}/"
    server.shutdown()


@pytest.fixture
def page(playwright: Playwright, browser_name: str, tmp_path: Path) -> Iterator[Page]:
    """In a browser that keeps what it gets."""
    context = browsers.launch_with_profile(playwright, browser_name, tmp_path)
    yield context.new_page()
    context.close()


def visit(page: Page, address: str) -> None:
    page.goto(address, wait_until="commit")
    wait_for_state(page)
    page.evaluate(KEPT)


def test_nothing_twice_nothing_unused_and_once_only(page: Page, sites: Sites, address: str, asked: list[str]) -> None:
    folder = sites.folder("counter.py", offline=True)
    html = (folder / "index.html").read_text("utf-8")
    by_browser = {"manifest.webmanifest"} | {
        icon["src"] for icon in json.loads((folder / "manifest.webmanifest").read_text("utf-8"))["icons"]
    }
    everything = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    visit(page, address)
    assert len(asked) == len(set(asked)), "asked for twice"
    start = [name for name in asked[: asked.index("sw.js")] if name not in by_browser]
    assert start[0] == ""
    assert all(name in html for name in start), "asked for something that the page doesn't name"
    assert [name.split("-")[0] for name in start[-2:]] == ["assets/python_stdlib", "assets/pyblocks"], "not for later"
    unused = [name for name in everything if name.startswith("assets/") and name in html and name not in start]
    # The one is for a start without the snapshot, the other is inside the page.
    assert {(name.split("-")[0], name.rpartition(".")[2]) for name in unused} == {
        ("assets/bytecode", "zip"),
        ("assets/main", "css"),
    }
    assert set(asked[len(start) :]) <= everything, "the worker keeps the site, and nothing else"

    asked.clear()
    visit(page, address)
    assert set(asked) <= {"", "sw.js", "manifest.webmanifest"}, "a visited site is there already"
    read = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
    assert not [name for name in read if "snapshot" in name or "bytecode" in name], "what is kept inflated was not used"


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_browsers_offer_to_install_it(page: Page, address: str) -> None:
    visit(page, address)
    devtools = page.context.new_cdp_session(page)
    assert devtools.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    assert devtools.send("Page.getAppManifest")["errors"] == []
