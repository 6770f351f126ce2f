"""JavaScript and CSS of the app's: ``js=`` of listeners and of the app, ``head=``, ``css=``; and validators."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.watch import Watch

APP = "js"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def test_head_js_and_load_run_in_order(page: Page) -> None:
    expect(field(page, "Loaded")).to_have_value("src inline file js")
    assert page.locator("head meta[name=from-file]").get_attribute("content") == "yes"


def test_css_of_the_app_and_of_its_files_counts(page: Page) -> None:
    style = "getComputedStyle(document.querySelector('.gradio-container')).getPropertyValue"
    assert page.evaluate(f"['--from-css', '--from-file'].map(name => {style}(name))") == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "result"), [("Before", "a! 4"), ("Async", "a 2"), ("Only", "a2"), ("Name", "helped a"), ("Chain", "py")]
)
def test_what_a_script_returns_is_shown_and_python_knows_it(page: Page, name: str, result: str) -> None:
    press(page, name)
    expect(field(page, "Result")).to_have_value(result)
    expect(field(page, "Changed")).to_have_value(f"changed to {result}")
    if name == "Chain":
        expect(field(page, "Other")).to_have_value("py js")


def test_what_a_script_returns_is_data_that_updates_no_props(page: Page) -> None:
    press(page, "Data")
    toast = page.get_by_test_id("toast-body")
    expect(toast).to_contain_text("gr.Textbox('Other') takes text, not {'__type__': 'update'")
    expect(field(page, "Other")).to_be_visible()
    toast.get_by_role("button", name="Close").click()


def test_an_error_is_shown_and_in_the_console(page: Page, watch: Watch) -> None:
    watch.expect("js <b>boom</b>")
    press(page, "Fail")
    toast = page.get_by_test_id("toast-body")
    expect(toast).to_contain_text("js boom")
    expect(field(page, "Other")).to_have_value("failed")
    toast.get_by_role("button", name="Close").click()


def test_what_is_no_function_says_so(page: Page, watch: Watch) -> None:
    watch.expect("js=: ")
    press(page, "No function")
    toast = page.get_by_test_id("toast-body")
    expect(toast).to_be_visible()
    toast.get_by_role("button", name="Close").click()


def test_a_script_may_do_what_browsers_allow_in_a_click_alone(page: Page) -> None:
    press(page, "Activation")
    expect(field(page, "Result")).to_have_value("true")


def test_a_cancelled_script_shows_nothing(page: Page) -> None:
    press(page, "Sleep")
    page.wait_for_function("!!window.wake")
    press(page, "Stop")
    press(page, "Name")
    expect(field(page, "Result")).to_have_value("helped a")
    page.evaluate("window.wake('late')")
    press(page, "Chain")
    expect(field(page, "Other")).to_have_value("py js")
    assert field(page, "Asleep").input_value() == ""
    page.evaluate("window.wake = null")
    press(page, "Sleep")
    page.wait_for_function("!!window.wake")
    page.evaluate("window.wake('in time')")
    expect(field(page, "Asleep")).to_have_value("in time")


def test_what_a_validator_refuses_is_told_at_the_field(page: Page) -> None:
    name = field(page, "Name")
    name.fill("A")
    press(page, "Greet")
    expect(page.get_by_text("Too short")).to_be_visible()
    expect(name).to_have_attribute("aria-invalid", "true")
    described = (name.get_attribute("aria-describedby") or "").split()
    texts = [page.locator(f"[id='{id}']").inner_text() for id in described]
    assert texts == ["At least three letters", "Too short"]
    name.fill("Ada")
    expect(page.get_by_text("Too short")).to_have_count(0)
    press(page, "Greet")
    expect(field(page, "Result")).to_have_value("Hello Ada")
    expect(field(page, "Other")).to_have_value("greeted")


def test_scroll_to_output(page: Page) -> None:
    press(page, "Far")
    expect(field(page, "Below")).to_have_value("here")
    expect(field(page, "Below")).to_be_in_viewport()
