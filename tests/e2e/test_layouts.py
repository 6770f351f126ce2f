"""Tabs, Accordion, Row, Column, Group, and what is visible."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

APP = "layouts.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=name, exact=True)


def expect_seen(page: Page, text: str) -> None:
    """Python has seen this."""
    expect(page.get_by_label("Seen", exact=True)).to_have_value(text)


def box(page: Page, label: str) -> dict[str, float]:
    found = page.get_by_label(label, exact=True).bounding_box()
    assert found is not None
    return {"left": found["x"], "top": found["y"], "right": found["x"] + found["width"]}


def test_a_tab_shows_its_panel_and_keeps_what_was_typed(page: Page) -> None:
    expect(tab(page, "First")).to_have_attribute("aria-selected", "true")
    page.get_by_label("Inside first").fill("typed")
    expect_seen(page, "'typed'")
    tab(page, "Second").click()
    expect_seen(page, "second selected")
    expect(page.get_by_role("tabpanel")).to_contain_text("Inside second")
    expect(page.get_by_label("Inside first")).to_be_hidden()
    tab(page, "First").click()
    expect(page.get_by_label("Inside first")).to_have_value("typed")


def test_arrow_keys_move_between_tabs_and_pass_over_disabled_ones(page: Page) -> None:
    tab(page, "First").click()
    tab(page, "First").press("ArrowRight")
    expect(tab(page, "Second")).to_be_focused()
    expect(page.get_by_role("tabpanel")).to_contain_text("Inside second")
    tab(page, "Second").press("ArrowRight")
    expect(tab(page, "First")).to_be_focused()
    expect(tab(page, "Third")).to_be_disabled()


def test_python_selects_a_tab(page: Page) -> None:
    tab(page, "First").click()
    press(page, "Go to second")
    expect(tab(page, "Second")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_text("Inside second")).to_be_visible()


def test_an_accordion_opens_and_closes(page: Page) -> None:
    details = page.get_by_role("button", name="Details", exact=True)
    expect(details).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_text("Inside the accordion")).to_be_hidden()
    details.click()
    expect(page.get_by_text("Inside the accordion")).to_be_visible()
    expect_seen(page, "expanded")
    details.press("Enter")
    expect(page.get_by_text("Inside the accordion")).to_be_hidden()
    expect_seen(page, "collapsed")
    press(page, "Open details")
    expect(page.get_by_text("Inside the accordion")).to_be_visible()


def test_a_row_puts_side_by_side_and_a_column_below_each_other(page: Page) -> None:
    assert box(page, "Left")["right"] < box(page, "Right")["left"]
    assert abs(box(page, "Left")["top"] - box(page, "Right")["top"]) < 1
    assert box(page, "Above")["top"] < box(page, "Below")["top"]
    assert abs(box(page, "Above")["left"] - box(page, "Below")["left"]) < 1
    expect(page.get_by_label("Grouped")).to_be_visible()


def test_a_component_is_shown_and_hidden(page: Page) -> None:
    expect(page.get_by_label("Hidden")).to_have_count(0)
    press(page, "Show")
    expect(page.get_by_label("Hidden")).to_have_value("kept")
    press(page, "Hide")
    expect(page.get_by_label("Hidden")).to_have_count(0)


def test_a_layout_is_hidden_with_all_that_is_in_it(page: Page) -> None:
    page.get_by_label("Above").fill("kept")
    press(page, "Hide column")
    expect(page.get_by_label("Above")).to_be_hidden()
    press(page, "Show column")
    expect(page.get_by_label("Above")).to_have_value("kept")


def test_the_page_never_has_a_states_value(page: Page) -> None:
    press(page, "Tell length")
    expect_seen(page, str(len("a secret of the state")))
    assert "a secret of the state" not in page.content()
