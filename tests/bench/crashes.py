"""How often tabs crash: many visits to built apps, and to bare Pyodide beside them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from playwright.sync_api import Error, Page

from bench import clumsy
from bench.chromium import Chromium
from bench.events import BARE_COUNTER
from bench.pages import Pages
from e2e.sites import ROOT, build
from e2e.visitor import Visitor, wait_for_state

#: Beside the examples: what was on screen when tabs crashed, without anybody knowing why.
_APPS = [
    *(ROOT / "tests" / "e2e" / "apps" / name for name in ("layouts.py", "choices.py", "stream.py", "render.py")),
    ROOT / "tests" / "bench" / "apps" / "samples.py",
]
_NO_JSPI = "delete WebAssembly.Suspending"


@dataclass
class Variant:
    """A way for a page to start.

    Parameters:
        name: what the table calls it.
        addresses: the pages; they are visited in turn.
        has_jspi: whether Python can be suspended.
    """

    name: str
    addresses: list[str]
    has_jspi: bool = True
    visits: int = 0
    crashes: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether it is Pyodide without PyBlocks."""
        return self.name.startswith("bare")

    def visit(self, chromium: Chromium, origin: str, actions: int) -> None:
        """Open the next page, use it, and note what goes wrong."""
        address = self.addresses[self.visits % len(self.addresses)]
        self.visits += 1
        where = f"visit {self.visits} to {address}"
        known = len(chromium.crashes)
        visitor = Visitor(chromium.browser, origin)
        if not self.has_jspi:
            visitor.context.add_init_script(_NO_JSPI)
        page = visitor.context.new_page()
        page.on("crash", lambda page: page.close())  # else what is asked of a crashed page is never answered
        try:
            page.goto(address, wait_until="commit")
            wait_for_state(page)
            if self.is_bare:
                page.evaluate(BARE_COUNTER)
            clumsy.use(page, self.visits, actions)
            _check_alive(page)
        except (Error, AssertionError) as error:
            self.troubles.append(f"{where}: {type(error).__name__}: {str(error).splitlines()[0]}")
        visitor.close()
        crashes = chromium.crashes[known:]
        self.crashes += len(crashes)
        # What the app's own functions raise is in the console: nobody else clicks so.
        problems = [problem for problem in visitor.watch.problems if not problem.startswith("console: ")]
        self.troubles += [f"{where}: {problem.splitlines()[0]}" for problem in crashes + problems]


def _check_alive(page: Page) -> None:
    """Python still answers: its death is shown by the page."""
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.dataset.pyblocks") == "ready", page.inner_text("body")


def variants(pages: Pages) -> list[Variant]:
    """All ways to start, with the pages built."""
    shipped, none = (_gallery(pages, snapshot) for snapshot in ("shipped", "none"))
    bare = [pages.bare()]
    return [
        Variant("snapshot", shipped),
        Variant("bytecode", none),
        Variant("bytecode, no JSPI", none, has_jspi=False),
        Variant("bare Pyodide", bare),
        Variant("bare Pyodide, no JSPI", bare, has_jspi=False),
    ]


def _gallery(pages: Pages, snapshot: str) -> list[str]:
    """The addresses of all apps, built as one gallery."""
    sources = pages.folder / "apps"
    if not sources.exists():
        shutil.copytree(ROOT / "examples", sources)
        for app in _APPS:
            (sources / app.stem).mkdir()
            shutil.copyfile(app, sources / app.stem / "app.py")
    build(sources, "-o", pages.folder / snapshot, "--snapshot", snapshot)
    names = sorted(folder.parent.name for folder in sources.glob("*/app.py"))
    return [f"{pages.origin}/{snapshot}/{name}/" for name in names]
