"""How fast an app starts, against bare Pyodide on the same files and the same server.

Each round of each side begins with an empty browser profile (*cold*) and comes back to it (*return*). The sides take
turns, so that a busy machine slows all of them. Shown are medians from navigation to the first Python that ran (bare
Pyodide), to the page's listeners working (PyScript's hello app on MicroPython), and to the first paint of the app's
own interface and to ``ready`` (PyBlocks); and their ratios to bare Pyodide, which are what to look at. The longest task
is the longest time for which the page stood still after the first paint; Firefox doesn't tell.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.pages import serve
from e2e import browsers
from e2e.sites import ROOT, build

_APP = ROOT / "tests" / "e2e" / "apps" / "counter.py"
_KINDS = ("cold", "return")
_HEAD = (
    "Pyodide",
    "MicroPython",
    "first paint",
    "ready",
    "first paint : Pyodide",
    "ready : Pyodide",
    "longest task",
)
_NOTE = """
window.longTasks = [];
new MutationObserver(() => {
    if (document.documentElement?.dataset.pyblocks === "ready") window.readyAt ??= performance.now();
}).observe(document, {subtree: true, attributes: true, attributeFilter: ["data-pyblocks"]});
if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
    new PerformanceObserver((list) => { longTasks.push(...list.getEntries()); })
        .observe({type: "longtask", buffered: true});
else window.longTasks = null;
"""
_SETTLED = """async () => {
    if (location.protocol === "file:") return;
    if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready;
}"""
_MEASURED = """() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
    const tasks = longTasks?.filter(({startTime}) => startTime >= paint).map(({duration}) => duration);
    return {ready: readyAt, paint, longest_task: tasks ? Math.max(0, ...tasks) : NaN};
}"""


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


_CONDITIONS = {
    "loopback": Conditions("loopback"),
    "50": Conditions("50 Mbit/s, CPU 4x slower", 50, 4),
    "10": Conditions("10 Mbit/s, CPU 4x slower", 10, 4),
}


@dataclass(frozen=True)
class Visit:
    """What a visit took, in ms; NaN for what the browser doesn't tell."""

    ready: float
    paint: float
    longest_task: float


def main() -> None:
    """Print a table of medians in ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7, help="rounds; medians are shown")
    parser.add_argument("--browser", nargs="+", default=browsers.NAMES, choices=browsers.NAMES)
    parser.add_argument("--only", nargs="+", default=list(_CONDITIONS), choices=_CONDITIONS, help="conditions")
    parser.add_argument("--app", type=Path, default=_APP, help="what to build; examples/components, say")
    options = parser.parse_args()
    with serve() as pages, sync_playwright() as playwright:
        file = pages.folder / "app.html"
        build(options.app, "--single-file", "-o", file)
        sites = {"bare": pages.bare(), "hello": pages.hello(), "site": pages.app(options.app)}
        print(f"| median of {options.n} | {' | '.join(_HEAD)} |")
        print(f"|---|{'--:|' * len(_HEAD)}")
        for browser in options.browser:
            for name in (name for name in options.only if browser == "chromium" or name == "loopback"):
                sides = {**sites, "single file": file.as_uri()} if name == "loopback" else sites
                compare(playwright, browser, _CONDITIONS[name], sides, options.n)


def compare(playwright: Playwright, browser: str, conditions: Conditions, sides: dict[str, str], rounds: int) -> None:
    """Print a row for each side that is PyBlocks, and each kind of visit."""
    taken: dict[str, list[list[Visit]]] = {side: [] for side in sides}
    for _ in range(rounds):
        for side, address in sides.items():
            taken[side].append(visits(playwright, browser, conditions, address))
    for side in list(sides)[2:]:
        for i, kind in enumerate(_KINDS):
            bare, hello = (median(visit[i].ready for visit in taken[other]) for other in ("bare", "hello"))
            ready, paint, longest = (
                median(getattr(visit[i], name) for visit in taken[side]) for name in ("ready", "paint", "longest_task")
            )
            times = [*map(_ms, (bare, hello, paint, ready)), f"{paint / bare:.2f}", f"{ready / bare:.2f}", _ms(longest)]
            print(f"| {browser}, {conditions.name}: {side}, {kind} | {' | '.join(times)} |", flush=True)


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


def _ms(time: float) -> str:
    return "?" if isnan(time) else f"{time:.0f} ms"


if __name__ == "__main__":
    main()
