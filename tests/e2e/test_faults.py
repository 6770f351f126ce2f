"""Nothing that a handler was told is kept gets lost, whatever goes wrong. ``-rP`` shows the counts."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.sites import Sites
from e2e.test_browser_state import BLOCK_STORAGE, press, stored
from e2e.visitor import Visitor

APP = "faults.py"
#: Not at once, so that both tabs start before either is done.
RACE = """setTimeout(() => {
    [...document.querySelectorAll("button")].find(button => button.textContent.trim() === "Race").click();
}, 100)"""


def listen(page: Page) -> list[int]:
    """The numbers that handlers were told are kept, as they come."""
    told: list[int] = []
    page.on("console", lambda message: told.append(int(message.text.split()[1])) if "told" in message.text else None)
    return told


def wait_until(page: Page, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it takes too long"
        page.wait_for_timeout(20)


def test_no_room(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    told = listen(page)
    press(page, "Grow")
    expect(page.get_by_role("alert")).to_contain_text("no room left", timeout=60_000)
    wait_until(page, lambda: bool(told))
    kept = len(json.loads(stored(page)["text"]))
    print(f"no room: {len(told)} writes told, the last of {told[-1]:,} characters; kept {kept:,}; lost 0")
    assert kept == told[-1]


def test_storage_blocked_on_the_way(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    told = listen(page)
    press(page, "Write some")
    wait_until(page, lambda: told[-1:] == [100])
    page.evaluate("window.before = localStorage")
    page.evaluate(BLOCK_STORAGE)
    press(page, "Write some")
    wait_until(page, lambda: told[-1:] == [200])
    expect(page.get_by_test_id("toast-body")).to_have_count(1)
    expect(page.get_by_test_id("toast-body")).to_contain_text("gone when you leave it")
    kept = page.evaluate("before.getItem('count')")
    print(f"blocked after 100 of 200 writes: kept {kept}, the visitor was told of the others once; lost 0")
    assert kept == "100"


def test_every_key_damaged(visitor: Visitor, sites: Sites) -> None:
    page = visitor.context.new_page()
    page.goto(f"{sites.server.origin}/")
    damaged = {"count": "12three", "text": '"cut', "turn": "\0"}
    page.evaluate("texts => Object.assign(localStorage, texts)", damaged)
    for key in damaged:
        visitor.watch.expect(f"'{key}' is not JSON")
    visitor.watch.problems.clear()
    page = visitor.open(sites.site(APP))
    told = listen(page)
    press(page, "Write some")
    wait_until(page, lambda: told[-1:] == [100])
    texts = stored(page)
    kept = sum(texts[f"{key}.damaged"] == text for key, text in damaged.items())
    print(
        f"every key damaged: {kept} of {len(damaged)} damaged texts kept aside, 100 writes told, kept {texts['count']}"
    )
    assert kept == len(damaged)
    assert texts["count"] == "100"


def test_the_page_closed_in_the_middle_of_writing(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    told = listen(page)
    press(page, "Write")
    wait_until(page, lambda: len(told) > 2500)
    page.close()
    again = visitor.context.new_page()
    again.goto(f"{sites.server.origin}/")
    kept = int(stored(again)["count"])
    print(f"closed in the middle of writing: {told[-1]:,} told, kept {kept:,}; lost {max(0, told[-1] - kept)}")
    assert kept >= told[-1]


def test_two_tabs_racing(visitor: Visitor, sites: Sites) -> None:
    pages = {name: visitor.open(sites.site(APP)) for name in ("one", "two")}
    told = {name: listen(page) for name, page in pages.items()}
    for name, page in pages.items():
        page.get_by_label("Name").fill(name)
    for page in pages.values():
        page.evaluate(RACE)
    for name, page in pages.items():
        wait_until(page, lambda name=name: told[name][-1:] == [999])  # type: ignore[misc]
    kept = json.loads(stored(pages["one"])["turn"])
    print(f"two tabs racing, 1,000 writes each: kept {kept}, which both have")
    assert kept in [["one", 999], ["two", 999]]
    for page in pages.values():
        press(page, "Show")
        expect(page.get_by_label("Shown")).to_have_value(str(kept))
