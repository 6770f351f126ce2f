"""The examples of Gradio's guides, unmodified but for a docstring: as a site and as one file, in each browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from e2e import browsers
from e2e.sites import Sites
from e2e.visitor import Visitor, reload, wait_for_state
from e2e.watch import Watch

pytestmark = pytest.mark.every_pair


def test_the_cart_counts_what_is_added_and_a_reload_empties_it(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("simple_state", place))
    add_milk_and_water(page)
    expect(page.get_by_label("Cart Size")).to_have_value("2")
    page.get_by_role("button", name="Add Items").click()
    expect(page.get_by_label("Cart Size")).to_have_value("4")
    reload(page)
    expect(page.get_by_role("checkbox", name="Milk")).not_to_be_checked()
    add_milk_and_water(page)
    expect(page.get_by_label("Cart Size")).to_have_value("2")


def add_milk_and_water(page: Page) -> None:
    page.get_by_role("checkbox", name="Milk").check()
    page.get_by_role("checkbox", name="Water").check()
    page.get_by_role("button", name="Add Items").click()


def test_the_counter_starts_again_with_each_load(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("visitor_count", place))
    count = page.get_by_label("Total Visitors")
    expect(count).to_have_value("1")
    page.get_by_role("button", name="Count me again").click()
    expect(count).to_have_value("2")
    page.get_by_role("button", name="Count me again").click()
    expect(count).to_have_value("3")
    reload(page)
    expect(count).to_have_value("1")


def test_typed_and_generated_logins_are_there_after_a_reload(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("browserstate", place))
    username, password = page.get_by_label("Username"), page.get_by_label("Password")
    expect(username).to_have_value("")
    expect(password).to_have_attribute("type", "password")
    expect(page.get_by_text("Saved to local storage at")).not_to_be_visible()
    username.fill("grace")
    password.fill("hopper")
    expect(page.get_by_text("Saved to local storage at")).to_be_visible()
    wait_until_stored(page, "hopper")
    reload(page)
    expect(username).to_have_value("grace")
    expect(password).to_have_value("hopper")
    page.get_by_role("button", name="Generate Randomly").click()
    expect(username).to_have_value(re.compile(r"^[A-Za-z0-9]{10}$"))
    expect(password).to_have_value(re.compile(r"^[A-Za-z0-9]{10}$"))
    generated = username.input_value()
    wait_until_stored(page, password.input_value())
    reload(page)
    expect(username).to_have_value(generated)


def test_the_showcase_shows_all_its_tabs(sites: Sites, visitor: Visitor, place: str) -> None:
    page = visitor.open(sites.address("components", place))
    expect(page.get_by_role("heading", name="A page of Python")).to_be_visible()
    for tab in page.get_by_role("tab").all():
        tab.click()
        expect(page.locator(f"[aria-describedby='{tab.get_attribute('id')}']")).to_be_visible()
    page.get_by_role("tab", name="Results").click()
    page.get_by_role("button", name="Formatted text").click()
    expect(page.locator(".katex").first).to_be_visible()


def wait_until_stored(page: Page, text: str) -> None:
    """The storage is written by a listener of its own, which the page doesn't wait for."""
    page.wait_for_function("text => Object.values(localStorage).some(stored => stored.includes(text))", arg=text)


def test_a_login_is_there_after_closing_and_reopening_the_browser(
    sites: Sites, playwright: Playwright, browser_name: str, place: str, tmp_path: Path
) -> None:
    address = sites.address("browserstate", place)
    for expected in ("", "grace"):
        context = browsers.launch_with_profile(playwright, browser_name, tmp_path)
        watch = Watch(context, sites.server.origin)
        page = context.new_page()
        page.goto(address, wait_until="commit")
        wait_for_state(page)
        expect(page.get_by_label("Username")).to_have_value(expected)
        page.get_by_label("Username").fill("grace")
        wait_until_stored(page, "grace")
        context.close()
        watch.check()
