"""Textbox, Number, Slider, Checkbox: what the visitor does reaches Python, what Python says reaches the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

APP = "inputs.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def expect_seen(page: Page, text: str) -> None:
    """Python has seen this."""
    expect(field(page, "Seen")).to_have_value(text)


@pytest.mark.parametrize(
    ("label", "typed", "value"),
    [
        ("Name", "Ada", "'Ada'"),
        ("Notes", "one\ntwo", r"'one\ntwo'"),
        ("Secret", "hush", "'hush'"),
        ("Amount", "3.25", "3.25"),
        ("Whole", "4", "4"),
        ("Amount", "", "None"),
    ],
)
def test_what_is_typed_reaches_python(page: Page, label: str, typed: str, value: str) -> None:
    field(page, label).fill(typed)
    expect_seen(page, value)


def test_each_keystroke_is_input_as_far_as_the_box_takes_it(page: Page) -> None:
    for typed, text in [("a", "a"), ("b", "ab"), ("c", "abc"), ("d", "abc")]:
        field(page, "Short").press(typed)
        expect_seen(page, f"input {text}")


def test_enter_submits_a_line(page: Page) -> None:
    field(page, "Name").fill("Grace")
    field(page, "Name").press("Enter")
    expect_seen(page, "submitted Grace")


def test_enter_starts_a_new_line_where_there_are_several(page: Page) -> None:
    field(page, "Notes").fill("one")
    field(page, "Notes").press("Enter")
    expect_seen(page, r"'one\n'")


def test_focus_and_blur_reach_python(page: Page) -> None:
    field(page, "Name").focus()
    expect_seen(page, "focused")
    field(page, "Notes").focus()
    expect_seen(page, "left")


def test_a_text_area_grows_with_its_text_up_to_max_lines(page: Page) -> None:
    def height(text: str) -> float:
        field(page, "Notes").fill(text)
        box = field(page, "Notes").bounding_box()
        assert box is not None
        return box["height"]

    two, four, five, twenty = (height("\n".join("x" * count)) for count in (2, 4, 5, 20))
    assert two < four < five == twenty


def test_submit_and_stop_buttons(page: Page) -> None:
    field(page, "Message").fill("hello")
    press(page, "Send")
    expect_seen(page, "sent hello")
    press(page, "Halt")
    expect_seen(page, "halted")


def test_the_copy_button_copies_the_text(page: Page) -> None:
    press(page, "Copy")
    expect_seen(page, "copied")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    field(page, "Name").fill("")
    field(page, "Name").press("Control+V")
    expect(field(page, "Name")).to_have_value("to be copied")


def test_a_password_is_not_shown(page: Page) -> None:
    expect(field(page, "Secret")).to_have_attribute("type", "password")


def test_the_slider_moves_by_keyboard(page: Page) -> None:
    slider = page.get_by_role("slider", name="Volume")
    slider.focus()
    slider.press("Home")
    expect(slider).to_have_value("0")
    expect_seen(page, "released at 0")  # what comes while a run goes on is dropped, as in Gradio
    slider.press("ArrowRight")
    expect(slider).to_have_value("0.5")
    expect_seen(page, "released at 0.5")
    slider.press("End")
    expect(slider).to_have_value("10")


def test_the_slider_takes_a_typed_number(page: Page) -> None:
    number = page.get_by_role("spinbutton", name="Volume")
    number.fill("2.5")
    expect(page.get_by_role("slider", name="Volume")).to_have_value("2.5")
    number.press("Enter")
    expect_seen(page, "released at 2.5")


def test_a_tick_reaches_python(page: Page) -> None:
    box = page.get_by_role("checkbox", name="Agree")
    box.check()
    expect_seen(page, "selected True")
    box.uncheck()
    expect_seen(page, "selected False")


def test_python_fills_in_all_of_them_and_reads_them_back(page: Page) -> None:
    press(page, "Fill")
    expect(field(page, "Name")).to_have_value("Ada")
    expect(field(page, "Notes")).to_have_value("two\nlines")
    expect(field(page, "Amount")).to_have_value("2.5")
    expect(page.get_by_role("slider", name="Volume")).to_have_value("7")
    expect(page.get_by_role("checkbox", name="Agree")).to_be_checked()
    press(page, "Read all")
    expect_seen(page, r"('Ada', 'two\nlines', 2.5, 7, True)")


def test_python_locks_and_unlocks_them(page: Page) -> None:
    press(page, "Lock")
    for locked in (field(page, "Name"), field(page, "Amount"), page.get_by_role("slider", name="Volume")):
        expect(locked).to_be_disabled()
    expect(page.get_by_role("checkbox", name="Agree")).to_be_disabled()
    press(page, "Unlock")
    for unlocked in (field(page, "Name"), field(page, "Amount"), page.get_by_role("slider", name="Volume")):
        expect(unlocked).to_be_enabled()


def test_python_changes_other_properties(page: Page) -> None:
    press(page, "Widen")
    expect(page.get_by_role("slider", name="Volume")).to_have_value("15")
    expect(page.get_by_role("slider", name="Volume")).to_have_attribute("max", "20")
    press(page, "Rename")
    expect(page.get_by_label("Full name")).to_have_attribute("placeholder", re.compile("First and last"))
