"""Results that come one after the other: generators, progress, timers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

APP = "stream.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def record(box: Locator) -> None:
    """Keep every value that ``box`` is given from here on in ``window.shown``."""
    box.evaluate(
        """box => {
            window.shown = [];
            const tag = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
            const {get, set} = Object.getOwnPropertyDescriptor(tag.prototype, "value");
            Object.defineProperty(box, "value", {configurable: true, get, set(value) {
                if (value !== get.call(this)) window.shown.push(value);
                set.call(this, value);
            }});
        }"""
    )


@pytest.fixture
def box(page: Page) -> Locator:
    """Where most of the app's functions write; all that they do is recorded."""
    record(field(page, "Text"))
    return field(page, "Text")


def test_ten_thousand_results_are_shown_frame_by_frame_and_the_last_one_stays(page: Page, box: Locator) -> None:
    before = float(field(page, "Changes").input_value())
    press(page, "Count")
    expect(box).to_have_value("9999")
    shown = page.evaluate("window.shown")
    assert 2 <= len(shown) < 2000
    assert list(map(int, shown)) == sorted(map(int, shown))
    expect(field(page, "Changes")).not_to_have_value(str(before))
    expect(page.get_by_test_id("status-tracker")).to_have_count(0)


def test_formatted_text_grows_to_its_end(page: Page) -> None:
    press(page, "Write")
    expect(page.get_by_test_id("markdown").locator("strong")).to_have_count(2000)


def test_a_message_in_a_list_grows(page: Page) -> None:
    press(page, "Chat")
    whole = "".join(f"{i} " for i in range(200))
    expect(page.get_by_test_id("json")).to_contain_text(f'"{whole}"')


def test_a_generator_that_blocks_shows_each_step(page: Page, box: Locator) -> None:
    press(page, "Block")
    expect(box).to_have_value("second")
    assert page.evaluate("window.shown") == ["first", "second"]


def test_progress_is_shown_while_a_plain_function_sleeps(page: Page, box: Locator) -> None:
    tracker = page.get_by_test_id("status-tracker")
    page.evaluate(
        """() => {
            window.seen = [];
            const look = () => {
                const tracker = document.querySelector("[data-testid=status-tracker]");
                const bar = tracker?.querySelector("[role=progressbar]");
                const text = `${tracker?.textContent} ${bar?.ariaValueNow ?? ""}`;
                if (tracker) window.seen.push(text.replace(/\\s+/g, " "));
            };
            new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
        }"""
    )
    press(page, "Sleep")
    expect(page.get_by_role("progressbar", name="Working")).to_be_visible()
    expect(box).to_have_value("slept")
    expect(tracker).to_have_count(0)
    seen = page.evaluate("window.seen")
    for text in ("Starting - 0.0% 0", "2/4 files .*Working - 50.0% 50", "3/4 files .*Working - 75.0% 75"):
        assert any(re.search(text, each) for each in seen), (text, seen)


def test_a_hundred_thousand_steps_are_over_soon(page: Page, box: Locator) -> None:
    press(page, "Hurry")
    expect(box).to_have_value("100000")


def test_a_timer_ticks_until_it_is_stopped(page: Page) -> None:
    ticks = field(page, "Ticks")
    expect(ticks).to_have_value("0")
    press(page, "Start")
    expect(ticks).to_have_value(re.compile(r"[3-9]|\d\d+"))
    press(page, "Stop")
    page.wait_for_timeout(200)
    stopped = ticks.input_value()
    page.wait_for_timeout(300)
    expect(ticks).to_have_value(stopped)


def test_every_calls_a_value_again_and_again(page: Page) -> None:
    before = field(page, "Every").input_value()
    expect(field(page, "Every")).not_to_have_value(before)
