"""What an app costs beyond bare Pyodide: bytes on the wire, the single file's size, the time of ``import pyblocks``."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.pages import Pages, serve
from e2e import browsers
from e2e.sites import ROOT, build
from e2e.visitor import wait_for_state

_OWN = ("pyodide.asm", "python_stdlib")
_FETCHED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter(({name}) => name.startsWith("http")).map(({name, encodedBodySize}) => [name, encodedBodySize])"""
_IMPORT = """async archive => {
    const {unpackArchive, runPython} = window.pyodide;
    unpackArchive(await (await fetch(archive)).arrayBuffer(), "zip", {extractDir: "/tmp/packages"});
    return runPython(`
        import sys, time
        sys.path.append("/tmp/packages")
        started = time.perf_counter()
        import pyblocks
        1000 * (time.perf_counter() - started)`);
}"""


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="imports of pyblocks; the median is shown")
    options = parser.parse_args()
    with serve() as pages, sync_playwright() as playwright:
        for name in browsers.NAMES:
            browser = browsers.launch(playwright, name)
            if name == "chromium":
                for example in sorted(path.parent for path in (ROOT / "examples").glob("*/app.py")):
                    report_sizes(browser, pages, example)
            times = [import_time(browser, pages) for _ in range(options.n)]
            print(f"import pyblocks, {name}: {median(times):.0f} ms")
            browser.close()


def report_sizes(browser: Browser, pages: Pages, example: Path) -> None:
    """Print what the example's site and its single file weigh."""
    page = browser.new_page()
    page.goto(pages.app(example))
    wait_for_state(page)
    page.wait_for_load_state("networkidle")
    fetched = {Path(url).name or "index.html": size for url, size in page.evaluate(_FETCHED)}
    page.close()
    beyond = {name: size for name, size in fetched.items() if not name.startswith(_OWN)}
    print(f"{example.name}: {sum(beyond.values()) / 1000:.1f} kB on the wire beyond Pyodide, {len(beyond)} files")
    for name, size in sorted(beyond.items(), key=lambda item: -item[1])[:5]:
        print(f"    {size / 1000:6.1f} kB  {name}")
    file = pages.folder / f"{example.name}.html"
    build(example, "--single-file", "-o", file)
    print(f"    single file: {file.stat().st_size / 1e6:.2f} MB")


def import_time(browser: Browser, pages: Pages) -> float:
    """The time of ``import pyblocks`` in a fresh Pyodide, in ms."""
    pages.app(ROOT / "examples" / "simple_state")
    archive = next((pages.folder / "simple_state" / "assets").glob("pyblocks-*.zip"))
    page = browser.new_page()
    page.goto(pages.bare())
    wait_for_state(page)
    time = float(page.evaluate(_IMPORT, f"{pages.origin}/{archive.relative_to(pages.folder)}"))
    page.close()
    return time


if __name__ == "__main__":
    main()
