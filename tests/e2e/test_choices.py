"""CheckboxGroup, Radio, Dropdown: choosing by mouse, by keyboard and by Python."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

APP = "choices.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def group(page: Page, label: str) -> Locator:
    return page.get_by_role("group", name=label, exact=True)


def combobox(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def option(page: Page, name: str) -> Locator:
    return page.get_by_role("option", name=name, exact=True)


def expect_seen(page: Page, text: str) -> None:
    """Python has seen this."""
    expect(page.get_by_label("Seen", exact=True)).to_have_value(text)


def expect_selected(page: Page, text: str) -> None:
    """Python got this ``gr.SelectData``."""
    expect(page.get_by_label("Selected", exact=True)).to_have_value(text)


def test_ticked_boxes_come_in_the_order_of_ticking(page: Page) -> None:
    boxes = group(page, "Colours")
    boxes.get_by_role("checkbox", name="Blue").check()
    boxes.get_by_role("checkbox", name="Red").check()
    expect_seen(page, "['Blue', 'Red']")
    expect_selected(page, "0 Red True Colours")
    boxes.get_by_role("checkbox", name="Blue").uncheck()
    expect_seen(page, "['Red']")
    expect_selected(page, "2 Blue False Colours")


def test_one_radio_button_is_on_and_arrows_move_it(page: Page) -> None:
    radio = group(page, "Colour")
    radio.get_by_role("radio", name="Red").check()
    expect_seen(page, "'Red'")
    radio.get_by_role("radio", name="Red").press("ArrowDown")
    expect(radio.get_by_role("radio", name="Green")).to_be_checked()
    expect(radio.get_by_role("radio", name="Red")).not_to_be_checked()
    expect_selected(page, "1 Green True Colour")


def test_an_index_reaches_python_where_the_type_says_so(page: Page) -> None:
    group(page, "Position").get_by_role("radio", name="Blue").check()
    expect_seen(page, "2")


def test_a_dropdown_is_searched_by_typing(page: Page) -> None:
    combobox(page, "City").click()
    expect(page.get_by_role("option")).to_have_count(3)
    combobox(page, "City").fill("rom")
    expect(page.get_by_role("option")).to_have_count(1)
    option(page, "Rome, Italy").click()
    expect(combobox(page, "City")).to_have_value("Rome, Italy")
    expect_seen(page, "'rome'")
    expect_selected(page, "1 rome True City")


def test_a_dropdown_works_by_keyboard(page: Page) -> None:
    combobox(page, "City").fill("ber")
    combobox(page, "City").press("ArrowDown")
    combobox(page, "City").press("Enter")
    expect(combobox(page, "City")).to_have_value("Berlin, Germany")
    expect_seen(page, "'berlin'")
    expect(page.get_by_role("option")).to_have_count(0)


def test_escape_leaves_a_dropdown_as_it_was(page: Page) -> None:
    before = combobox(page, "City").input_value()
    combobox(page, "City").fill("zzz")
    combobox(page, "City").press("Escape")
    expect(combobox(page, "City")).to_have_value(before)


def test_several_choices_are_added_and_removed(page: Page) -> None:
    combobox(page, "Cities").click()
    option(page, "Paris, France").click()
    option(page, "Rome, Italy").click()
    expect_seen(page, "['paris', 'rome']")
    combobox(page, "Cities").press("Escape")
    page.get_by_role("button", name="Remove Paris, France").click()
    expect_seen(page, "['rome']")
    combobox(page, "Cities").focus()
    combobox(page, "Cities").press("Backspace")
    expect_seen(page, "[]")
    combobox(page, "Cities").press("Escape")


def test_a_custom_value_is_taken_where_it_is_allowed(page: Page) -> None:
    combobox(page, "Fruit").fill("Quince")
    combobox(page, "Fruit").press("Enter")
    expect_seen(page, "'Quince'")
    expect(combobox(page, "Fruit")).to_have_value("Quince")


def test_python_sets_all_of_them(page: Page) -> None:
    press(page, "Set")
    expect(group(page, "Colours").get_by_role("checkbox", name="Red")).to_be_checked()
    expect(group(page, "Colours").get_by_role("checkbox", name="Green")).not_to_be_checked()
    expect(group(page, "Colour").get_by_role("radio", name="Green")).to_be_checked()
    expect(combobox(page, "City")).to_have_value("Rome, Italy")
    expect(page.get_by_role("button", name="Remove Berlin, Germany")).to_be_visible()
    press(page, "Read all")
    expect_seen(page, "(['Red', 'Blue'], 'Green', 'rome', ['paris', 'berlin'])")


def test_python_changes_the_choices(page: Page) -> None:
    press(page, "Other colours")
    expect(group(page, "Colour").get_by_role("radio")).to_have_count(2)
    expect(group(page, "Colour").get_by_role("radio", name="Teal")).to_be_checked()
    press(page, "Other cities")
    expect(combobox(page, "City")).to_have_value("Lima")
    combobox(page, "City").click()
    option(page, "Oslo").click()
    expect_seen(page, "'Oslo'")
    group(page, "Colour").get_by_role("radio", name="Pink").check()
    expect_seen(page, "'Pink'")


def test_nothing_can_be_a_choice_and_numbers_that_look_alike_are_several(page: Page) -> None:
    nothing = page.get_by_label("Nothing or A")
    expect(nothing).to_have_value("Default")
    nothing.click()
    page.get_by_role("option", name="Option A").click()
    expect_seen(page, "'a'")
    nothing.click()
    page.get_by_role("option", name="Default").click()
    expect(nothing).to_have_value("Default")
    expect_seen(page, "None")
    for name, value in {"int": "1", "text": "'1'", "true": "True", "float": "1.0"}.items():
        page.get_by_label(name, exact=True).check()
        expect_seen(page, value)
