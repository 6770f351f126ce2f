"""An app's faults: recursion, no memory, values too large or too deep, many clicks, and the death of Python."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, wait_for_state
from e2e.watch import Watch

APP = "robust.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def close_toasts(page: Page) -> None:
    for button in page.get_by_test_id("toast-close").all():
        button.click()


def is_alive(page: Page) -> None:
    press(page, "Fine")
    expect(page.get_by_label("Result")).to_have_value("fine")


@pytest.mark.parametrize(
    ("name", "message", "console"),
    [
        ("Recursion", "maximum recursion depth exceeded", "RecursionError"),
        ("Memory", "MemoryError", "MemoryError"),
        ("Exit", "leaving", "SystemExit"),
        ("Interrupt", "KeyboardInterrupt", "KeyboardInterrupt"),
        ("3,000 levels", "gr.JSON('Tree')", "nested over"),
        ("Bad choice", "gr.Slider('Slider')", "A number is expected"),
    ],
)
def test_a_fault_is_told_and_the_page_is_alive(page: Page, watch: Watch, name: str, message: str, console: str) -> None:
    watch.expect(console)
    press(page, name)
    expect(page.get_by_test_id("toast-body")).to_contain_text(message)
    close_toasts(page)
    is_alive(page)


@pytest.mark.parametrize(("name", "other"), [("No JSON", "other arrives"), ("Cycle", "other too")])
def test_an_output_that_cannot_be_shown_keeps_no_other_back(page: Page, watch: Watch, name: str, other: str) -> None:
    watch.expect("The page can't show")
    press(page, name)
    expect(page.get_by_test_id("toast-body")).to_contain_text("gr.JSON('Tree')")
    expect(page.get_by_label("Other")).to_have_value(other)
    close_toasts(page)


def test_large_values_pass(page: Page) -> None:
    press(page, "1,000 levels")
    expect(page.get_by_test_id("json")).to_contain_text("1 item")
    press(page, "Rows")
    expect(page.get_by_test_id("json")).to_contain_text("99999")
    assert page.get_by_test_id("json").evaluate("json => json.querySelectorAll('*').length") < 2000
    press(page, "Ten megabytes")
    page.wait_for_function("[...document.querySelectorAll('textarea')].some(field => field.value.length === 10 ** 7)")
    is_alive(page)


def test_a_thousand_clicks_are_all_handled(page: Page) -> None:
    page.get_by_role("button", name="Count").evaluate(
        """async button => {
            for (let i = 0; i < 1000; i++) {
                button.click();
                if (i % 10 === 0) await new Promise(done => setTimeout(done, 10));
            }
        }"""
    )
    expect(page.get_by_label("Clicks")).to_have_value("1000")


@pytest.mark.parametrize(
    ("name", "reason"), [("Dumps", "too deeply"), ("Die", "exit status 3"), ("Abort", "broke down")]
)
def test_when_python_dies_the_page_says_so_and_a_restart_keeps_what_is_stored(
    visitor: Visitor, sites: Sites, name: str, reason: str
) -> None:
    page = visitor.open(sites.site(APP))
    page.get_by_label("Text", exact=True).fill("mine")
    press(page, "Keep")
    page.wait_for_function("localStorage.getItem('kept') === '\"mine\"'")
    is_alive(page)
    press(page, name)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("This app has stopped")
    expect(alert).to_contain_text(reason)
    expect(page.get_by_label("Result")).to_have_value("fine")
    expect(page.get_by_role("button", name="Restart")).to_be_focused()
    press(page, "Fine")
    page.get_by_label("Text", exact=True).fill("typed after the end")
    visitor.watch.problems.clear()  # the browsers and Pyodide say it in their own words
    press(page, "Restart")
    wait_for_state(page)
    expect(page.get_by_label("Found")).to_have_value("mine")
    is_alive(page)
