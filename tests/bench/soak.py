"""Whether tabs crash, and whether a page stays as it is in long use.

First many short visits, with clicks and typing, by the ways to start: from the snapshot or from bytecode, with and
without stack switching (JSPI); bare Pyodide beside them as control. Then one page in use for an hour, with another
tab of the same app: what it keeps alive, and what a click takes. Each browser's stderr is kept, and the cores of
crashed pages where the system writes them. Run it on a busy machine, or with ``--load``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.chromium import Chromium
from bench.crashes import Variant, variants
from bench.long_use import rows
from bench.pages import Pages, serve
from e2e import browsers


def main() -> None:
    """Print a table of visits to each browser, and one of the long use."""
    options = _options()
    logs = options.logs or Path(tempfile.mkdtemp(prefix="pyblocks-soak-"))
    print(f"what browsers leave: {logs}")
    with serve() as pages, sync_playwright() as playwright, _load(options.load):
        programs = options.browser or browsers.installed("chromium") or [playwright.chromium.executable_path]
        kinds = variants(pages) if options.visits else []
        for program in programs if kinds else []:
            chromium = Chromium(playwright, program, logs / "visits" / Path(program).name)
            _print_visits(chromium, pages, deepcopy(kinds), options)
        if options.minutes:
            chromium = Chromium(playwright, programs[-1], logs / "long use")
            _print_long_use(chromium, pages, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", nargs="+", help="programs, kinds of Chromium; all that are installed by default")
    parser.add_argument("--visits", type=int, default=500, help="in each browser; 0 for none")
    parser.add_argument("--actions", type=int, default=12, help="clicks and the like in each visit")
    parser.add_argument("--minutes", type=float, default=60, help="of long use, in the last browser; 0 for none")
    parser.add_argument("--rows", type=int, default=6, help="of the table of the long use")
    parser.add_argument("--load", type=int, default=0, help="processes that keep the machine busy meanwhile")
    parser.add_argument("--logs", type=Path, help="folder for what browsers leave; a temporary one if you don't say")
    return parser.parse_args()


def _print_visits(chromium: Chromium, pages: Pages, kinds: list[Variant], options: argparse.Namespace) -> None:
    print(f"\n{chromium.name}: visits, crashes, other troubles", flush=True)
    for variant in islice(cycle(kinds), options.visits):
        variant.visit(chromium, pages.origin, options.actions)
    chromium.close()
    for variant in kinds:
        print(f"{variant.name:24}{variant.visits:>7}{variant.crashes:>7}{len(variant.troubles):>7}")
    for variant in kinds:
        for trouble in variant.troubles:
            print(f"{variant.name}: {trouble}", flush=True)


def _print_long_use(chromium: Chromium, pages: Pages, options: argparse.Namespace) -> None:
    print(f"\n{chromium.name}: one page in use for {options.minutes:g} minutes")
    for number, row in enumerate(rows(chromium, pages, options.minutes, options.rows)):
        if number == 0:
            print("".join(f"{name:>15}" for name in row))
        print("".join(f"{value:>15.10g}" for value in row.values()), flush=True)
    print(f"crashes: {chromium.crashes}")
    chromium.close()


@contextmanager
def _load(count: int) -> Iterator[None]:
    """Keep the machine busy with so many processes."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()


if __name__ == "__main__":
    main()
