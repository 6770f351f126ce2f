"""``gr.render`` in a browser: what stays in place when a function makes its blocks anew."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from e2e.test_browser_state import press

APP = "render.py"


def test_a_list_follows_its_state_with_what_is_inside_each_row(page: Page) -> None:
    press(page, "More milk")
    press(page, "More milk")
    expect(page.get_by_label("Count of milk")).to_have_value("2")
    page.get_by_label("New task").fill("eggs")
    press(page, "Add first")
    expect(page.get_by_label("Note on eggs")).to_be_visible()
    expect(page.get_by_label("Count of milk")).to_have_value("0")
    press(page, "More milk")
    expect(page.get_by_label("Count of milk")).to_have_value("1")
    press(page, "Done milk")
    expect(page.get_by_label("Note on milk")).to_have_count(0)
    expect(page.get_by_label("Deleted")).to_have_value("milk 2, bread 0, eggs 0, milk 1, bread 0")


def test_a_key_keeps_focus_caret_and_what_is_typed_meanwhile(page: Page) -> None:
    note = page.get_by_label("Note on bread")
    note.fill("whole grain")
    note.press("Enter")
    note.press("Home")
    note.press_sequentially("not ")
    expect(page.get_by_label("Note on more bread")).to_be_visible()
    expect(note).to_be_focused()
    note.press_sequentially("white, ")
    expect(note).to_have_value("not white, whole grain")


def test_the_keyboard_stays_in_the_list_when_its_button_goes(page: Page) -> None:
    page.get_by_role("button", name="Done more bread").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Note on more bread")).to_have_count(0)
    expect(page.get_by_role("button", name="Done", exact=False).first).to_be_focused()


def test_renderings_inside_renderings_load_what_they_need_and_keep_by_key(page: Page) -> None:
    expect(page.get_by_label("Text 0")).to_have_value("text 0")
    page.get_by_label("number input for Depth").fill("2")
    expect(page.get_by_label("Text 1")).to_have_value("text 1")
    page.get_by_label("Text 1").fill("typed")
    page.get_by_label("table of contents").check()
    expect(page.get_by_role("heading", name="Outer table of contents")).to_be_visible()
    expect(page.get_by_label("Text 0")).to_have_value("table of contents 0")
    expect(page.get_by_label("Text 1")).to_have_value("typed")
    page.get_by_label("choice", exact=True).check()
    expect(page.get_by_label("Choice 1")).to_be_visible()
    page.get_by_role("tab", name="Two").click()
    expect(page.get_by_role("heading", name="Two")).to_be_visible()
