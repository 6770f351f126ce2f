"""The gallery of all examples: from the index to a source and an app; each accessible; all of it without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.sites import ROOT, StaticHandler, StaticServer, build
from e2e.test_looks import PHONE, violations
from e2e.visitor import Visitor, wait_for_state

EXAMPLES = sorted(folder.name for folder in (ROOT / "examples").iterdir() if (folder / "app.py").exists())


@pytest.fixture(scope="session")
def browser_name() -> str:
    """One browser: what differs between engines is in each app, and tested there."""
    return "chromium"


@pytest.fixture(scope="module")
def browser(own_browser: Browser) -> Browser:
    return own_browser


class StillHandler(StaticHandler):
    """Keeps Python back, until the tests are over."""

    over = Event()

    def send_head(self) -> Any:
        """Answer, but not for Pyodide's files."""
        if "/assets/pyodide" not in self.path:
            return super().send_head()
        self.over.wait()
        return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server has: the gallery, in a folder of its own."""
    folder: Path = tmp_path_factory.mktemp("host")
    build(ROOT / "examples", "-o", folder / "gallery")
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[StaticServer]:
    server = StaticServer(folder)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def page(browser: Browser, server: StaticServer) -> Iterator[Page]:
    """The index page, and what is visited from there."""
    visitor = Visitor(browser, server.origin, reduced_motion="reduce")
    page = visitor.context.new_page()
    page.goto(f"{server.origin}/gallery/")
    yield page
    visitor.close()
    # The worker asks for a page before it gives the one that is kept; the console stays empty.
    refused = re.compile(rf"failed: {server.origin}/gallery/([\w/.]*) \S*CONNECTION_REFUSED")
    visitor.watch.problems = [problem for problem in visitor.watch.problems if not refused.fullmatch(problem)]
    visitor.watch.check()


@pytest.fixture(scope="module")
def still_page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page in which apps stay as they are before Python is there: that is all that their looks depend on."""
    server = StaticServer(folder, StillHandler)
    visitor = Visitor(browser, server.origin, base_url=server.origin, locale="de-AT", reduced_motion="reduce")
    yield visitor.context.new_page()
    visitor.close()
    StillHandler.over.set()
    server.shutdown()
    # Leaving a page ends the requests that it waits for.
    ended = re.compile(r"console: PyBlocks: .*/pyodide\.asm-.*Failed to fetch", re.DOTALL)
    visitor.watch.problems = [problem for problem in visitor.watch.problems if not ended.fullmatch(problem)]
    visitor.watch.check()


def test_the_index_has_each_example_with_its_picture(page: Page) -> None:
    assert page.get_by_role("listitem").count() == len(EXAMPLES)
    for card in page.get_by_role("listitem").all():
        expect(card.get_by_role("heading")).not_to_be_empty()
        expect(card.get_by_role("paragraph")).not_to_be_empty()
        assert card.locator("iframe[src$='preview.html']").count() == 1
    picture = page.get_by_role("listitem").first.locator("iframe").content_frame
    expect(picture.get_by_text("1,404.27 a month")).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_keyboard_reaches_apps_and_sources_and_no_picture(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Loan calculator", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Source of Loan calculator")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Text statistics", exact=True)).to_be_focused()


def test_from_the_index_to_a_source_its_app_and_back(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name="Source of Quiz").click()
    expect(page.get_by_role("heading", name="Quiz", exact=True)).to_be_visible()
    expect(page.get_by_role("group", name="app.py").locator(".hljs-keyword").first).to_be_visible()
    live = page.get_by_title("Quiz", exact=True).content_frame
    live.get_by_role("button", name="Mercury").click()
    expect(live.get_by_text("Right!")).to_be_visible(timeout=60_000)
    assert not violations(page)
    page.get_by_role("link", name="Open the app").click()
    wait_for_state(page)
    page.get_by_role("button", name="Mars").click()
    expect(page.get_by_text("It was Mercury")).to_be_visible()
    assert not violations(page)
    page.go_back()
    page.get_by_role("link", name="PyBlocks gallery").click()
    expect(page.get_by_role("listitem").first).to_be_visible()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_no_violation(still_page: Page, example: str) -> None:
    still_page.goto(f"/gallery/{example}/", wait_until="commit")
    expect(still_page.locator(".gradio-container")).to_be_visible()
    assert not violations(still_page)
    assert still_page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_first_screen_is_in_the_language_of_the_browser(still_page: Page) -> None:
    still_page.goto("/gallery/phrasebook/", wait_until="commit")
    expect(still_page.get_by_role("heading", name="Sprachführer")).to_be_visible()
    expect(still_page.get_by_role("radio", name="Danke!")).to_be_attached()


def test_whoever_visited_one_app_has_them_all_without_a_network(page: Page, server: StaticServer) -> None:
    page.goto(f"{server.origin}/gallery/quiz/")
    wait_for_state(page)
    registered = page.evaluate("navigator.serviceWorker.ready.then(({scope}) => new URL(scope).pathname)")
    assert registered == "/gallery/"
    page.wait_for_function("navigator.serviceWorker.controller")
    server.shutdown()
    server.server_close()
    page.get_by_role("button", name="Mercury").click()
    page.goto(f"{server.origin}/gallery/")
    page.get_by_role("link", name="Phrasebook", exact=True).click()
    wait_for_state(page)
    page.get_by_role("radio", name="Español").check()
    expect(page.get_by_text("Un café, por favor.")).to_be_visible()
