"""Navigation to ``ready`` of a small app against navigation to the first ``runPython`` of a bare Pyodide page."""

from __future__ import annotations

import argparse
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.pages import serve
from e2e import browsers
from e2e.sites import ROOT

_NOTE_READY = """
new MutationObserver(() => {
    if (document.documentElement?.dataset.pyblocks === "ready") window.readyAt ??= performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


def main() -> None:
    """Print a table of medians in ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="rounds; medians are shown")
    rounds = parser.parse_args().n
    with serve() as pages, sync_playwright() as playwright:
        bare, app = pages.bare(), pages.app(ROOT / "tests" / "e2e" / "apps" / "counter.py")
        print(f"{'median of ' + str(rounds):24}{'bare Pyodide':>14}{'PyBlocks':>14}{'ratio':>8}")
        for name in browsers.NAMES:
            browser = browsers.launch(playwright, name)
            visits(browser, bare)  # warms up the browser itself
            both = [(visits(browser, bare), visits(browser, app)) for _ in range(rounds)]
            browser.close()
            for i, kind in enumerate(["cold", "return visit"]):
                first, second = (median(times[side][i] for times in both) for side in (0, 1))
                print(f"{name + ', ' + kind:24}{first:>11.0f} ms{second:>11.0f} ms{second / first:>8.2f}")


def visits(browser: Browser, address: str) -> tuple[float, float]:
    """The times of a first and of a second visit, in ms."""
    context = browser.new_context()
    context.add_init_script(_NOTE_READY)
    times = visit(context, address), visit(context, address)
    context.close()
    return times


def visit(context: BrowserContext, address: str) -> float:
    """The time from navigation to ``ready``, in ms."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.readyAt", timeout=60_000)
    time = float(page.evaluate("readyAt"))
    page.wait_for_timeout(500)  # lets the browser write its caches
    page.close()
    return time


if __name__ == "__main__":
    main()
