"""What events cost: a counter's click against real Gradio and bare Pyodide, a generator, many components, memory."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from bench.gradio_server import python_with_gradio, serve_with_gradio
from bench.pages import Pages, serve
from e2e import browsers
from e2e.sites import ROOT
from e2e.test_leaks import CLICK as CLICK_MANY
from e2e.test_leaks import measured
from e2e.visitor import wait_for_state

APPS = Path(__file__).parent / "apps"
COUNTER = ROOT / "tests" / "e2e" / "apps" / "counter.py"

#: In ms: a page that was opened just now is being kept for use without a network, and its WebAssembly optimised.
_SETTLING = 5000

#: An input's value is no part of the DOM's tree, so no observer sees it: its setter tells, and when that is.
CLICK = """async count => {
    const button = [...document.querySelectorAll("button")].find(({textContent}) => textContent.includes("Add one"));
    const box = document.querySelector("input[type=number]");
    const {get, set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const times = [];
    for (let i = 0; i < count; i++) {
        const started = performance.now();
        const changed = await new Promise(resolve => {
            Object.defineProperty(box, "value", {
                configurable: true, get, set(value) { set.call(this, value); resolve(performance.now()); },
            });
            button.click();
        });
        times.push(changed - started);
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return times;
}"""

#: The same counter on nothing but Pyodide.
BARE_COUNTER = """() => {
    document.body.innerHTML = '<label>Count <input type="number" value="0"></label><button>Add one</button>';
    pyodide.runPython(`
from js import document
from pyodide.ffi import create_proxy

count, box = 0, document.querySelector("input")

def add_one(event):
    global count
    count += 1
    box.value = count

document.querySelector("button").addEventListener("click", create_proxy(add_one))
`);
}"""

#: How long a generator takes, and in how many frames the page shows something new.
_YIELDS = """async count => {
    const box = document.querySelectorAll("input[type=number]")[1];
    const button = [...document.querySelectorAll("button")].find(({textContent}) => textContent.includes("Start"));
    const started = performance.now();
    let frames = 0, value = box.value;
    button.click();
    while (box.value !== String(count)) {
        await new Promise(requestAnimationFrame);
        if (box.value !== value) { frames++; value = box.value; }
    }
    return [performance.now() - started, frames];
}"""


class Bench:
    """Measures one browser, and prints what it measures."""

    def __init__(self, browser: Browser, pages: Pages, clicks: int) -> None:
        self._browser = browser
        self._pages = pages
        self._clicks = clicks

    def counters(self, gradio: str) -> None:
        """From the click to the new number in the page: here, bare Pyodide, Gradio."""
        ours = self._counter("PyBlocks", self._open(self._pages.app(COUNTER)))
        page = self._open(self._pages.bare())
        page.evaluate(BARE_COUNTER)
        bare = self._counter("bare Pyodide", page)
        with serve_with_gradio(gradio, COUNTER) as address:
            page = self._browser.new_page()
            page.goto(address)
            page.get_by_role("button", name="Add one").wait_for()
            theirs = self._counter("Gradio", page)
        print(f"{'':16}ours is {ours / bare:.2f} of bare Pyodide's, 1/{theirs / ours:.0f} of Gradio's")

    def generator(self, count: int = 10_000) -> None:
        """A generator that gives results as fast as it can."""
        page = self._open(self._pages.app(APPS / "yields.py"))
        for _ in range(2):  # the first one warms up
            time, frames = page.evaluate(_YIELDS, count)
            page.get_by_label("Count").fill(str(count := count + 1))
        rate, shown = 1000 * (count - 1) / time, 1000 * frames / time
        print(f"{'generator':16}{time:>7.0f} ms for {count - 1} results: {rate:.0f}/s, shown {shown:.0f}/s")
        page.close()

    def many_components(self, numbers: Sequence[int] = (0, 100, 1000)) -> None:
        """How a start and a click depend on the number of components."""
        for number in numbers:
            source = self._pages.folder / f"many{number}.py"
            source.write_text((APPS / "many.py").read_text().replace("OTHERS = 0", f"OTHERS = {number}"))
            address = self._pages.app(source)
            self._open(address).close()  # the second visit is measured
            page = self._browser.new_page()
            started = time.perf_counter()
            page.goto(address, wait_until="commit")
            wait_for_state(page)
            print(f"{f'+{number} components':16}{1000 * (time.perf_counter() - started):>7.0f} ms until ready")
            self._counter("", page)

    def memory(self, count: int = 10_000) -> None:
        """What events leave behind: Python's objects and memory, and JavaScript's heap."""
        page = self._open(self._pages.app(ROOT / "tests" / "e2e" / "apps" / "leaks.py"))
        tools = page.context.new_cdp_session(page)
        page.evaluate(CLICK_MANY, ["State", 100])
        before, heap_before = measured(page, tools), tools.send("Runtime.getHeapUsage")["usedSize"]
        page.evaluate(CLICK_MANY, ["State", count])
        after, heap_after = measured(page, tools), tools.send("Runtime.getHeapUsage")["usedSize"]
        grown = {name: after[name] - before[name] for name in ("objects", "memory", "proxies", "references")}
        print(f"{'after events':16}{after['events'] - before['events']}: {grown}, JS heap {heap_after - heap_before} B")
        page.close()

    def _open(self, address: str) -> Page:
        page = self._browser.new_page()
        page.goto(address)
        wait_for_state(page)
        return page

    def _counter(self, name: str, page: Page) -> float:
        page.wait_for_timeout(_SETTLING)
        for _ in range(2):  # the first ones warm up
            times = page.evaluate(CLICK, self._clicks)
        assert float(page.get_by_label("Count").input_value()) == 2 * self._clicks
        print(f"{name:16}{median(times):>7.2f} ms{quantiles(times, n=20)[-1]:>7.2f} ms")
        page.close()
        return float(median(times))


def main() -> None:
    """Print medians, 95th percentiles and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=200, help="clicks")
    parser.add_argument("--gradio", metavar="PYTHON", help="a Python with Gradio; without it, Gradio is installed")
    options = parser.parse_args()
    with serve() as pages, sync_playwright() as playwright, python_with_gradio(options.gradio) as gradio:
        for name in browsers.NAMES:
            print(f"{f'{options.n} clicks, {name}':30}median, p95")
            browser = browsers.launch(playwright, name, exact_clock=True)
            bench = Bench(browser, pages, options.n)
            bench.counters(gradio)
            bench.generator()
            if name == "chromium":
                bench.many_components()
                bench.memory()
            browser.close()


if __name__ == "__main__":
    main()
