"""How fast an app starts, against bare Pyodide on the same files and the same server.

Each round of each side begins with an empty browser profile (*cold*) and comes back to it (*return visit*). The sides
take turns, so that a busy machine slows all of them. Shown are medians from navigation to the first Python that ran
(bare Pyodide) or to ``ready`` (PyBlocks), and their ratio, which is what to look at.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.pages import serve
from e2e import browsers
from e2e.sites import ROOT, build

_APP = ROOT / "tests" / "e2e" / "apps" / "counter.py"
_KINDS = ("cold", "return visit")
_NOTE = """
window.longestTask = 0;
new MutationObserver(() => {
    if (document.documentElement?.dataset.pyblocks === "ready") window.readyAt ??= performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
    new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
    }).observe({type: "longtask", buffered: true});
"""
_SETTLED = """async () => {
    if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready;
}"""
_MEASURED = """({
    ready: readyAt,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    longest_task: longestTask,
})"""


@dataclass(frozen=True)
class Conditions:
    """The visitor's network, in Mbit/s, and machine, so many times slower; Chromium alone can pretend."""

    name: str
    network: int = 0
    slowdown: int = 1

    def apply(self, page: Page) -> None:
        """Slow the page down."""
        if not self.network:
            return
        devtools = page.context.new_cdp_session(page)
        speed = self.network * 1_000_000 / 8
        limits = {"offline": False, "latency": 40, "downloadThroughput": speed, "uploadThroughput": speed}
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", limits)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": self.slowdown})


_LOOPBACK = Conditions("loopback")
_SLOW = [Conditions("50 Mbit/s, CPU 4x slower", 50, 4), Conditions("10 Mbit/s, CPU 4x slower", 10, 4)]


@dataclass(frozen=True)
class Visit:
    """What a visit took, in ms; the longest task is the longest time for which the page stood still."""

    ready: float
    paint: float
    longest_task: float


def main() -> None:
    """Print a table of medians in ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7, help="rounds; medians are shown")
    parser.add_argument("--browser", nargs="+", default=browsers.NAMES, choices=browsers.NAMES)
    options = parser.parse_args()
    with serve() as pages, sync_playwright() as playwright:
        file = pages.folder / "app.html"
        build(_APP, "--single-file", "-o", file)
        sites = {"bare": pages.bare(), "site": pages.app(_APP)}
        print(f"| median of {options.n} | Pyodide | PyBlocks | ready | first paint | longest task |")
        print("|---|--:|--:|--:|--:|--:|")
        for browser in options.browser:
            compare(playwright, browser, _LOOPBACK, {**sites, "single file": file.as_uri()}, options.n)
            for conditions in _SLOW if browser == "chromium" else []:
                compare(playwright, browser, conditions, sites, options.n)


def compare(playwright: Playwright, browser: str, conditions: Conditions, sides: dict[str, str], rounds: int) -> None:
    """Print a row for each side but the bare one, and each kind of visit."""
    taken: dict[str, list[list[Visit]]] = {side: [] for side in sides}
    for _ in range(rounds):
        for side, address in sides.items():
            taken[side].append(visits(playwright, browser, conditions, address))
    for side in list(sides)[1:]:
        for i, kind in enumerate(_KINDS):
            bare = median(round_[i].ready for round_ in taken["bare"])
            ready, paint, longest = (
                median(getattr(round_[i], name) for round_ in taken[side])
                for name in ("ready", "paint", "longest_task")
            )
            print(
                f"| {browser}, {conditions.name}: {side}, {kind} | {bare:.0f} ms | {ready:.0f} ms | {ready / bare:.2f} "
                f"| {paint / bare:.2f} | {longest:.0f} ms |",
                flush=True,
            )


def visits(playwright: Playwright, browser: str, conditions: Conditions, address: str) -> list[Visit]:
    """A first and a second visit, in a browser with a new profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = browsers.launch_with_profile(playwright, browser, Path(profile))
        page = context.new_page()
        page.add_init_script(_NOTE)
        conditions.apply(page)
        taken = [visit(page, address) for _ in _KINDS]
        context.close()
        return taken


def visit(page: Page, address: str) -> Visit:
    """One visit."""
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.readyAt", timeout=120_000)
    page.wait_for_timeout(1500)  # lets the browser write its caches
    page.evaluate(_SETTLED)  # and the site's service worker its own
    taken = Visit(**page.evaluate(_MEASURED))
    page.goto("about:blank")
    return taken


if __name__ == "__main__":
    main()
