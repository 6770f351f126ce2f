"""Browsers, built apps and pages for the end-to-end tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from e2e import browsers
from e2e.sites import Sites
from e2e.visitor import Visitor
from e2e.watch import Watch

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let tests that open pages of their own take turns in the browsers, since each start takes seconds.

    The first test of a module runs in one browser, the second in the other; where it is for both forms of an app, as a
    site in one and as a file in the other. Tests that share a page, and those marked ``every_pair``, run in each.
    """
    tests: defaultdict[Path, dict[object, int]] = defaultdict(dict)
    rest = []
    for item in items:
        if not isinstance(item, pytest.Function) or "visitor" not in item.fixturenames or _says_where(item):
            continue
        given: dict[str, object] = item.callspec.params
        others = {name: repr(value) for name, value in given.items() if name not in {"browser_name", "place"}}
        turns = tests[item.path]
        turn = turns.setdefault((item.originalname, tuple(others.items())), len(turns))
        browser = browsers.NAMES[turn % 2]
        if (given["browser_name"] == browser) != (given.get("place", "site") == "site"):
            rest.append(item)
    config.hook.pytest_deselected(items=rest)
    items[:] = [item for item in items if item not in rest]


def _says_where(item: pytest.Item) -> bool:
    """Whether a test is marked to run everywhere, or its module or itself names the browser."""
    given = item.callspec.params if hasattr(item, "callspec") else {}
    return (
        item.get_closest_marker("every_pair") is not None
        or "browser_name" not in given
        or any("browser_name" in mark.args[0] for mark in item.iter_markers("parametrize"))
    )


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session", params=browsers.NAMES)
def browser_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_name: str) -> Iterator[Browser]:
    yield from _running(playwright, browser_name)


@pytest.fixture(scope="module")
def own_browser(playwright: Playwright, browser_name: str) -> Iterator[Browser]:
    """A module's own: in one that other tests have used, a change of the colour scheme is not always painted."""
    yield from _running(playwright, browser_name)


def _running(playwright: Playwright, name: str) -> Iterator[Browser]:
    browser = browsers.launch(playwright, name)
    yield browser
    browser.close()


@pytest.fixture(params=["site", "file"])
def place(request: pytest.FixtureRequest) -> str:
    """An app's two forms: a site under a sub-path, and one HTML file on the disk."""
    return str(request.param)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    sites = Sites(tmp_path_factory.mktemp("sites"))
    yield sites
    sites.server.shutdown()


@pytest.fixture
def visitor(browser: Browser, sites: Sites) -> Iterator[Visitor]:
    """For tests that open apps themselves."""
    visitor = Visitor(browser, sites.server.origin)
    yield visitor
    visitor.close()
    visitor.watch.check()


@pytest.fixture(scope="module")
def module_page(browser: Browser, sites: Sites, request: pytest.FixtureRequest) -> Iterator[tuple[Page, Watch]]:
    visitor = Visitor(browser, sites.server.origin)
    yield visitor.open(sites.site(request.module.APP)), visitor.watch
    visitor.close()


@pytest.fixture
def page(module_page: tuple[Page, Watch]) -> Iterator[Page]:
    """A page with the module's ``APP``, one for all tests of the module, since each start takes seconds."""
    page, watch = module_page
    yield page
    page.wait_for_timeout(0)  # lets what the browser has said so far arrive
    watch.check()


@pytest.fixture
def watch(module_page: tuple[Page, Watch]) -> Watch:
    """What goes wrong in ``page``."""
    return module_page[1]
