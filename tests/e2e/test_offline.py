"""A site that was visited works without a network, is replaced by what is published, and is dropped if it is to be."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.sites import ROOT, Sites, StaticServer, build
from e2e.visitor import Visitor, reload, wait_for_state

APP = ROOT / "tests" / "e2e" / "apps" / "formula.py"
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).map(({scope}) => new URL(scope).pathname)"
#: Resolves when caches of these sites are all that there is, and none is among those named.
LEFT = """async ([sites, gone]) => {
    for (;;) {
        const names = await caches.keys();
        if (String(names.map(name => name.split(" ")[1]).sort()) === String(sites)
            && !names.some(name => gone.includes(name))) return;
        await new Promise(resolve => setTimeout(resolve, 50));
    }
}"""

#: Puts a line before each script in the browser's copy; gives their names.
POISON = """async () => {
    const changed = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            if (!/\\.js$/.test(url)) continue;
            const text = await (await cache.match(url)).text();
            await cache.put(url, new Response(`window.poisoned = true;${text}`,
                { headers: { "Content-Type": "text/javascript" } }));
            changed.push(url);
        }
    }
    return changed;
}"""


@dataclass
class Host:
    """A server that can go away; ``folder`` is what it serves."""

    folder: Path
    server: StaticServer
    visitor: Visitor

    def open(self, path: str = "") -> Page:
        """Visit a site and wait until it is kept."""
        page = self.visitor.open(f"{self.server.origin}/{path}")
        page.evaluate("navigator.serviceWorker.ready.then(({active}) => active.state)")
        page.wait_for_function("navigator.serviceWorker.controller")
        return page

    def stop(self) -> None:
        """From now on there is no network."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def host(browser: Browser, sites: Sites, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "host"
    shutil.copytree(sites.folder(APP.name, offline=True), folder)
    server = StaticServer(folder)
    visitor = Visitor(browser, server.origin)
    yield Host(folder, server, visitor)
    visitor.close()
    server.shutdown()
    server.server_close()
    # The worker asks for the page, and for nothing else, before it gives the one that is kept; the console stays empty.
    refused = re.compile(rf"failed: {server.origin}/(index\.html\S*)? (\S*CONNECTION_REFUSED|404)")
    visitor.watch.problems = [problem for problem in visitor.watch.problems if not refused.fullmatch(problem)]
    visitor.watch.check()


def changed(folder: Path) -> Path:
    """The app after an edit."""
    app = folder / APP.name
    app.write_text(APP.read_text().replace("First", "Second"))
    return app


def leave_and_return(page: Page, path: str = "") -> None:
    """What ``goto`` does, which says in Firefox that a page that the worker gave could not be had."""
    page.evaluate("(path) => { window.left = true; setTimeout(() => location.assign(path)); }", f"./{path}")
    page.wait_for_function("!window.left")
    wait_for_state(page)


def show(page: Page) -> None:
    """Make the page show a formula."""
    page.get_by_role("button", name="Show").click()
    expect(page.locator("math")).to_be_attached()


def test_a_visited_site_works_without_a_network(host: Host) -> None:
    page = host.open()
    host.stop()
    leave_and_return(page)
    expect(page.get_by_role("heading", name="First")).to_be_visible()
    show(page)
    leave_and_return(page, "index.html?from=home#there")
    expect(page.get_by_role("heading", name="First")).to_be_visible()


def test_a_broken_site_is_as_good_as_none(host: Host) -> None:
    page = host.open()
    shutil.rmtree(host.folder)
    leave_and_return(page)
    expect(page.get_by_role("heading", name="First")).to_be_visible()


def test_what_is_published_replaces_what_was_kept(host: Host, tmp_path: Path) -> None:
    page = host.open()
    kept = page.evaluate("caches.keys()")
    build(changed(tmp_path), "-o", host.folder)
    for lazy in host.folder.glob("assets/typeset-*"):
        lazy.unlink()
    show(page)  # the page of the old build still has all of it
    build(changed(tmp_path), "-o", host.folder)
    reload(page)
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    page.evaluate(LEFT, [["/"], kept])
    host.stop()
    leave_and_return(page)
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    show(page)


def test_what_another_page_of_the_host_wrote_into_the_copy_never_runs(host: Host, tmp_path: Path) -> None:
    page = host.open()
    changed_files = page.evaluate(POISON)
    assert len(changed_files) >= 3
    leave_and_return(page)
    show(page)
    assert page.evaluate("window.poisoned") is None
    page.evaluate(POISON)
    kept = page.evaluate("caches.keys()")
    build(changed(tmp_path), "-o", host.folder)
    reload(page)
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    page.evaluate(LEFT, [["/"], kept])
    host.stop()
    leave_and_return(page)
    show(page)
    assert page.evaluate("window.poisoned") is None


def test_a_site_that_is_not_to_be_kept_is_dropped_and_its_neighbours_are_not(host: Host, tmp_path: Path) -> None:
    shutil.copytree(host.folder, host.folder / "inner")
    host.open("inner/")
    page = host.open()
    page.evaluate(LEFT, [["/", "/inner/"], []])
    build(changed(tmp_path), "-o", host.folder, "--no-offline")
    reload(page)
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    page.evaluate(LEFT, [["/inner/"], []])
    assert page.evaluate(REGISTERED) == ["/inner/"]
