"""A counter: from the click to the new number in the page, measured in the page."""

from __future__ import annotations

import argparse
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from bench.pages import serve
from e2e import browsers
from e2e.sites import ROOT
from e2e.visitor import wait_for_state

#: An input's value is no part of the DOM's tree, so no observer sees it: its setter tells.
_CLICK = """async count => {
    const button = [...document.querySelectorAll("button")].find(({textContent}) => textContent.includes("Add one"));
    const box = document.querySelector("input[type=number]");
    const {get, set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const times = [];
    for (let i = 0; i < count; i++) {
        const started = performance.now();
        await new Promise(resolve => {
            Object.defineProperty(box, "value", {
                configurable: true, get, set(value) { set.call(this, value); resolve(); },
            });
            button.click();
        });
        times.push(performance.now() - started);
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return times;
}"""


def main() -> None:
    """Print median and 95th percentile in ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="clicks")
    clicks = parser.parse_args().n
    with serve() as pages, sync_playwright() as playwright:
        address = pages.app(ROOT / "tests" / "e2e" / "apps" / "counter.py")
        print(f"{str(clicks) + ' clicks':16}{'median':>10}{'p95':>10}")
        for name in browsers.NAMES:
            browser = browsers.launch(playwright, name)
            page = browser.new_page()
            page.goto(address)
            wait_for_state(page)
            times = page.evaluate(_CLICK, clicks)
            assert page.get_by_label("Count").input_value() == str(clicks)
            print(f"{name:16}{median(times):>7.2f} ms{quantiles(times, n=20)[-1]:>7.2f} ms")
            browser.close()


if __name__ == "__main__":
    main()
