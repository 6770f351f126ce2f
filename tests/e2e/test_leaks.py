"""Events leave nothing behind, in Python's heap or between Python and JavaScript. ``-rP`` shows the figures."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import CDPSession, Page, expect

from e2e.sites import Sites
from e2e.test_browser_state import press
from e2e.visitor import Visitor

CLICK = """async ([name, count]) => {
    const button = [...document.querySelectorAll("button")].find(button => button.textContent.trim() === name);
    const {port1, port2} = new MessageChannel();
    for (let i = 0; i < count; i++) {
        button.click();
        await new Promise(resolve => { port1.onmessage = resolve; port2.postMessage(null); });
    }
}"""
Figures = dict[str, int]


#: Chromium can be told to collect garbage.
pytestmark = pytest.mark.parametrize("browser_name", ["chromium"], indirect=True, scope="session")


def measured(page: Page, browser: CDPSession) -> Figures:
    """What is alive."""
    for _ in range(3):  # what one collection frees in Python frees more in JavaScript, and the other way round
        browser.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(100)
    before = page.get_by_label("Measured").input_value()
    press(page, "Measure")
    expect(page.get_by_label("Measured")).not_to_have_value(before)
    figures: Figures = json.loads(page.get_by_label("Measured").input_value())
    print(figures)
    return figures


@pytest.mark.parametrize(("name", "count"), [("State", 10_000), ("Browser state", 10_000), ("Secret", 1000)])
def test_events_leave_nothing_behind(visitor: Visitor, sites: Sites, name: str, count: int) -> None:
    page = visitor.open(sites.site("leaks.py"))
    browser = visitor.context.new_cdp_session(page)
    page.evaluate(CLICK, [name, 100])
    first = measured(page, browser)
    page.evaluate(CLICK, [name, count])
    last = measured(page, browser)
    # A click while a handler runs is none, and encrypting takes longer than the next click.
    assert last["events"] - first["events"] > (0.25 if name == "Secret" else 0.9) * count
    assert last["objects"] <= first["objects"] + 100
    assert last["memory"] == first["memory"]
    assert last["proxies"] == first["proxies"]
    assert last["references"] == first["references"]


def test_a_leak_would_be_seen(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("leaks.py"))
    browser = visitor.context.new_cdp_session(page)
    first = measured(page, browser)
    press(page, "Leak")
    last = measured(page, browser)
    assert last["objects"] >= first["objects"] + 1000
    assert last["proxies"] >= first["proxies"] + 1000
    assert last["references"] >= first["references"] + 1000
