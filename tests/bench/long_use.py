"""One page in use for long: what it keeps alive, and whether it becomes slower."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import CDPSession, Page, expect

from bench.chromium import Chromium
from bench.events import CLICK
from bench.pages import Pages
from e2e.sites import ROOT
from e2e.test_leaks import measured
from e2e.visitor import wait_for_state

APP = ROOT / "tests" / "e2e" / "apps" / "long_use.py"
_MB = 2**20
expect.set_options(timeout=60_000)  # on a busy machine

#: How many Blob URLs are alive.
_COUNT_BLOBS = """
window.blobs = new Set();
const {createObjectURL, revokeObjectURL} = URL;
URL.createObjectURL = (blob) => { const url = createObjectURL.call(URL, blob); blobs.add(url); return url; };
URL.revokeObjectURL = (url) => { blobs.delete(url); revokeObjectURL.call(URL, url); };
"""

Row = dict[str, float]


@dataclass
class Use:
    """A page, another tab of the same app, and what a visitor does in them, turn after turn."""

    page: Page
    other: Page
    turn: int = 0

    def once(self, clicks: int = 50) -> list[float]:
        """Use everything once: the time of each click, in ms."""
        self.turn += 1
        self.page.bring_to_front()
        self.page.get_by_label("Turn").fill(str(self.turn))
        times = self._clicks(clicks)
        self._streams()
        self._renders()
        self._storage()
        self._settings()
        return times

    def _clicks(self, count: int) -> list[float]:
        self._tab("Clicks")
        times: list[float] = self.page.evaluate(CLICK, count)
        self._type("Name", f"visitor {self.turn}")
        expect(self.page.get_by_text(f"Hello visitor {self.turn}")).to_be_visible()
        self._type("Fruit", f"fruit {self.turn}")
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_text(f'"fruit {self.turn}"')).to_be_visible()
        return times

    def _streams(self) -> None:
        self._tab("Streams")
        for name in ("Stream", "Stream later", "Work"):  # by key: what streams in moves the buttons away from the mouse
            self.page.get_by_role("button", name=name, exact=True).press("Enter")
        expect(self.page.get_by_label("Text", exact=True)).to_have_value(f"{self.turn}: {self._said()}")
        expect(self.page.locator("#page")).to_contain_text("END")
        expect(self.page.get_by_label("Done")).to_have_value(f"worked {self.turn}")

    @staticmethod
    def _said() -> str:
        return "".join(f"**word{i}** " if i % 10 == 0 else f"word{i} " for i in range(59)) + "END"

    def _renders(self) -> None:
        self._tab("Renders")
        for number in (3, 6, 0):
            self.page.get_by_role("radio", name=str(number), exact=True).check()
            expect(self.page.get_by_role("button", name="Clear")).to_have_count(number)
            if number:
                self._type(f"Note {number - 1}", "noted")
                expect(self.page.get_by_text("noted", exact=True)).to_be_visible()
        self._press("Other samples")
        self.page.get_by_text(f"sample {self.turn} 3", exact=True).click()
        expect(self.page.get_by_label("Picked")).to_have_value(f"sample {self.turn} 3")

    def _storage(self) -> None:
        """What is written in one tab is there in the other, both ways."""
        pages = [self.page, self.other]
        for page in pages:
            self._tab("Storage", page)
        for writer, reader in (pages, pages[::-1]):
            writer.bring_to_front()
            text = f"{self.turn} by {pages.index(writer)}"
            self._type("Shared", text, writer)
            expect(reader.get_by_label("Shared")).to_have_value(text)
        self.page.bring_to_front()

    def _settings(self) -> None:
        """Download what is stored: the page makes a Blob URL for that."""
        self._press("Settings")
        dialog = self.page.get_by_role("dialog", name="Settings")
        with self.page.expect_download():
            dialog.get_by_role("button", name="Download").click()
        self.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)

    def _tab(self, name: str, page: Page | None = None) -> None:
        (page or self.page).get_by_role("tab", name=name, exact=True).click()

    def _press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def _type(self, label: str, text: str, page: Page | None = None) -> None:
        page = page or self.page
        page.get_by_label(label, exact=True).click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(text)


def rows(chromium: Chromium, pages: Pages, minutes: float, count: int = 6) -> Iterator[Row]:
    """Use the app for so many minutes: ``count`` times, what is alive and how long clicks took since."""
    context = chromium.browser.new_context()
    context.add_init_script(_COUNT_BLOBS)
    address = pages.app(APP)
    page, other = (_open(context.new_page, address) for _ in range(2))
    use, tools = Use(page, other), context.new_cdp_session(page)
    tools.send("Performance.enable")
    times = [time for _ in range(3) for time in use.once()]  # warms up
    yield {**_alive(use, tools, chromium), "click ms": median(times)}
    started, times = time.monotonic(), list[float]()
    for number in range(1, count + 1):
        while not times or time.monotonic() - started < 60 * minutes * number / count:
            times += use.once()
        yield {**_alive(use, tools, chromium), "click ms": median(times)}
        times.clear()
    context.close()


def _open(new_page: Callable[[], Page], address: str) -> Page:
    page = new_page()
    page.goto(address)
    wait_for_state(page)
    return page


def _alive(use: Use, tools: CDPSession, chromium: Chromium) -> Row:
    use.page.wait_for_timeout(11_000)  # messages go away, and Blob URLs are given back
    python = measured(use.page, tools)
    metrics = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    return {
        "turn": use.turn,
        "Python objects": python["objects"],
        "wasm MB": python["memory"] / _MB,
        "proxies": python["proxies"],
        "references": python["references"],
        "JS heap MB": tools.send("Runtime.getHeapUsage")["usedSize"] / _MB,
        "listeners": metrics["JSEventListeners"],
        "nodes": metrics["Nodes"],
        "Blob URLs": use.page.evaluate("blobs.size"),
        "resident MB": chromium.resident() / _MB,
    }
