"""An app with several pages: links, the back button, load listeners; as a site and as one file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, reload

APP = "pages.py"


@pytest.fixture
def opened(sites: Sites, visitor: Visitor, place: str) -> Page:
    return visitor.open(sites.address(APP, place))


def test_links_and_the_back_button(opened: Page) -> None:
    page = opened
    expect(page.get_by_label("Loads here")).to_have_value("main 1")
    expect(page.get_by_role("link", name="Hidden Page")).to_have_count(0)
    page.get_by_label("Note").fill("kept")
    page.get_by_role("link", name="Second Page", exact=True).click()
    expect(page).to_have_url(re.compile(r"#/second$"))
    expect(page).to_have_title("Second Page · Paged")
    expect(page.get_by_role("heading", name="The second page")).to_be_visible()
    expect(page.get_by_label("Loads there")).to_have_value("second 2")
    expect(page.get_by_label("Note from the start")).to_have_value("kept")
    expect(page.get_by_role("link", name="Second Page", exact=True)).to_have_attribute("aria-current", "page")
    page.evaluate("history.back()")  # Playwright's waits for a load, which a fragment isn't in Firefox
    expect(page.get_by_label("Note", exact=True)).to_have_value("kept")
    expect(page.get_by_label("Loads here")).to_have_value("main 3")
    page.evaluate("history.forward()")
    expect(page.get_by_label("Loads there")).to_have_value("second 4")
    reload(page)
    expect(page.get_by_label("Loads there")).to_have_value("second 1")


def test_links_as_gradios_server_has_them(opened: Page) -> None:
    page = opened
    page.get_by_role("link", name="To the second page").click()
    expect(page.get_by_role("heading", name="The second page")).to_be_visible()
    page.get_by_role("link", name="Back to the start").click()
    expect(page.get_by_label("Note", exact=True)).to_be_visible()


def test_each_page_has_an_address(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(f"{sites.site(APP)}#/hidden-page")
    expect(page.get_by_label("Nobody links here")).to_have_value("hidden")
    lost = visitor.open(f"{sites.site(APP)}#/nowhere")
    expect(lost.get_by_test_id("toast-body")).to_contain_text("no page at this address")
    expect(lost.get_by_label("Note")).to_be_visible()
    cut = visitor.open(f"{sites.site(APP)}#/?deep_link=W1s")
    expect(cut.get_by_test_id("toast-body")).to_contain_text("not complete")
