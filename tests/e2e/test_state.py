"""State and BrowserState in real pages: what is kept, what is shown, and what becomes of it when the page is left."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, reload, wait_for_state

SECRET = "never-shown"

#: Keeps all that crosses between Python and the page, which is JSON text.
NOTE_WHAT_CROSSES = """
window.crossed = [];
const {parse, stringify} = JSON;
JSON.parse = (text, ...more) => { crossed.push(text); return parse(text, ...more); };
JSON.stringify = (...args) => { const text = stringify(...args); crossed.push(text); return text; };
"""
COUNT_STORAGE_EVENTS = "window.heard = 0; addEventListener('storage', () => { heard += 1; });"


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def value(page: Page, label: str) -> str:
    return page.get_by_label(label, exact=True).input_value()


def expect_value(page: Page, label: str, expected: str) -> None:
    expect(page.get_by_label(label, exact=True)).to_have_value(expected)


def paste(page: Page, label: str, text: str) -> None:
    """Give a field a text at once; ``fill`` types it letter by letter in some browsers."""
    page.get_by_label(label, exact=True).evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }", text
    )


def stored(page: Page, key: str) -> Any:
    """What the browser keeps, read as JSON."""
    text = page.evaluate("key => localStorage.getItem(key)", key)
    return None if text is None else json.loads(text)


# Session state


def test_a_value_is_nowhere_in_the_page_nor_in_what_crosses(sites: Sites, visitor: Visitor, place: str) -> None:
    console: list[str] = []
    visitor.context.on("console", lambda message: console.append(message.text))
    visitor.context.add_init_script(NOTE_WHAT_CROSSES)
    page = visitor.open(sites.address("state.py", place))
    click(page, "Work")
    click(page, "Work")
    expect_value(page, "Jobs", "2")
    crossed = page.evaluate("crossed")
    assert any("Jobs" in text for text in crossed)
    for text in (*crossed, *console, page.content(), page.inner_text("body")):
        assert SECRET not in text


def test_change_fires_for_each_yield_of_other_content(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("state.py"))
    for times in (2, 4):  # the listener may start after the generator has gone on
        click(page, "Steps")
        expect(page.get_by_label("Heard")).to_have_value(re.compile(rf"^\[(\d, ){{{times - 1}}}2\]$"))


def test_states_that_change_each_other_for_ever_are_stopped_and_the_page_lives(sites: Sites, visitor: Visitor) -> None:
    visitor.watch.expect("rounds of changes")
    page = visitor.open(sites.site("state.py"))
    click(page, "Run in circles")
    expect(page.get_by_role("alert")).to_contain_text("gr.State() number 4, gr.State() number 5")
    click(page, "Work")
    expect_value(page, "Jobs", "1")


def test_a_reload_starts_anew_and_deletes_what_was_there_once(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("state.py", place))
    click(page, "Work")
    click(page, "Work")
    expect_value(page, "Jobs", "2")
    session = value(page, "Session")
    click(page, "Who am I?")
    expect_value(page, "Session", session)
    reload(page)
    assert sorted(stored(page, "noted")) == ["deleted 2", "unloaded"]
    assert value(page, "Session") not in ("", session)
    click(page, "Work")
    expect_value(page, "Jobs", "1")


def test_a_page_that_is_left_and_returned_to_is_a_new_session(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("state.py"))
    click(page, "Work")
    expect_value(page, "Jobs", "1")
    session = value(page, "Session")
    page.goto(sites.site("shared_notes"), wait_until="commit")
    wait_for_state(page)
    assert sorted(stored(page, "noted")) == ["deleted 1", "unloaded"]
    page.go_back(wait_until="commit")
    expect(page.get_by_label("Session")).not_to_have_value(session)
    wait_for_state(page)
    click(page, "Work")
    expect_value(page, "Jobs", "1")
    assert sorted(stored(page, "noted")) == ["deleted 1", "unloaded"]


def test_a_page_that_the_browser_kept_frozen_starts_anew(sites: Sites, visitor: Visitor) -> None:
    """Not every browser that is driven keeps pages: this tells the page what one does that keeps it."""
    page = visitor.open(sites.site("state.py"))
    session = value(page, "Session")
    with page.expect_navigation(wait_until="commit"):
        page.evaluate(
            """for (const type of ["pagehide", "pageshow"])
                dispatchEvent(new PageTransitionEvent(type, {persisted: true}));"""
        )
    wait_for_state(page)
    expect(page.get_by_label("Session")).not_to_have_value(session)
    assert sorted(stored(page, "noted")) == ["deleted 0", "unloaded"]


# Browser state


def test_another_tab_shows_what_is_written_at_once(sites: Sites, visitor: Visitor, place: str) -> None:
    address = sites.address("shared_notes", place)
    one, other = visitor.open(address), visitor.open(address)
    one.get_by_label("Notes").fill("Buy milk")
    expect(other.get_by_label("Notes")).to_have_value("Buy milk")
    other.get_by_label("Notes").fill("Buy milk and bread")
    expect(one.get_by_label("Notes")).to_have_value("Buy milk and bread")
    click(one, "Forget my notes")
    expect(other.get_by_label("Notes")).to_have_value("")
    assert stored(one, "shared_notes") is None


def test_what_is_typed_in_turns_in_two_tabs_is_all_there(sites: Sites, visitor: Visitor) -> None:
    tabs = [visitor.open(sites.site("shared_notes")) for _ in range(2)]
    written = ""
    for tab, text in zip(tabs, ("Once upon a time", " there was"), strict=True):
        tab.bring_to_front()
        tab.get_by_label("Notes").press("End")
        tab.get_by_label("Notes").press_sequentially(text)
        written += text
        for each in tabs:
            expect(each.get_by_label("Notes")).to_have_value(written)
    assert stored(tabs[0], "shared_notes") == written


def test_tabs_that_store_what_they_show_and_show_what_is_stored_settle(sites: Sites, visitor: Visitor) -> None:
    visitor.context.add_init_script(COUNT_STORAGE_EVENTS)
    tabs = [visitor.open(sites.site("state.py")) for _ in range(2)]
    for number in range(10):
        for tab in tabs:
            paste(tab, "Text", f"{number} of {tabs.index(tab)}")
    expect_value(tabs[0], "Text", "9 of 1")
    expect_value(tabs[1], "Text", "9 of 1")
    heard = [tab.evaluate("heard") for tab in tabs]
    tabs[0].wait_for_timeout(500)
    assert [tab.evaluate("heard") for tab in tabs] == heard
    assert stored(tabs[0], "text") == "9 of 1"


def test_a_browser_without_storage_works_from_memory_and_says_so(sites: Sites, visitor: Visitor) -> None:
    visitor.context.add_init_script("Object.defineProperty(window, 'localStorage', {value: null});")
    page = visitor.open(sites.site("shared_notes"))
    expect(page.get_by_text("stores nothing for this page")).to_have_count(1)
    page.get_by_label("Notes").fill("Only here")
    click(page, "Forget my notes")
    expect(page.get_by_label("Notes")).to_have_value("")
    expect(page.get_by_text("stores nothing for this page")).to_have_count(1)


# The guide's examples


def test_a_basket_is_forgotten_after_its_time(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("state_lifetime", place))
    page.get_by_label("Item").fill("Milk")
    click(page, "Add")
    expect_value(page, "In the basket", "Milk")
    expect_value(page, "Forgotten baskets", "")
    page.wait_for_timeout(3500)
    click(page, "Look again")
    expect_value(page, "In the basket", "")
    expect_value(page, "Forgotten baskets", "Milk")


def test_a_dict_by_session_hash_holds_an_object_with_a_lock(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("session_dict", place))
    for expected in ("1", "2"):
        click(page, "Count")
        expect_value(page, "Count", expected)
    reload(page)
    click(page, "Count")
    expect_value(page, "Count", "1")
