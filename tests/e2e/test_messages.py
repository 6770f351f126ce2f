"""What a handler tells the visitor, on purpose or by raising."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from e2e.watch import Watch

APP = "messages.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_an_error_is_an_alert_that_stays_until_it_is_closed(page: Page, watch: Watch) -> None:
    watch.expect("Pick a smaller number")
    press(page, "Refuse")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Too big")
    expect(alert).to_contain_text("Pick a smaller number")
    expect(page.get_by_label("Out")).to_have_value("")
    alert.get_by_role("button", name="Close").click()
    expect(alert).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "title", "message", "result"),
    [
        ("Warn", "Warning", "Low on paper", "warned"),
        ("Inform", "Info", "It is raining", "informed"),
        ("Succeed", "Success", "All saved", "saved"),
    ],
)
def test_a_message_does_not_stop_the_handler(page: Page, name: str, title: str, message: str, result: str) -> None:
    press(page, name)
    toast = page.get_by_role("status").filter(has_text=message)
    expect(toast).to_contain_text(title)
    expect(page.get_by_label("Out")).to_have_value(result)
    toast.get_by_role("button", name="Close").click()
    expect(toast).to_have_count(0)
    assert page.evaluate("window.attacked") is None


def test_a_message_goes_away_after_its_duration(page: Page) -> None:
    press(page, "Briefly")
    expect(page.get_by_text("Gone soon")).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.get_by_text("Gone soon")).to_have_count(0)


def test_an_uncaught_exception_shows_its_traceback_and_the_app_goes_on(page: Page, watch: Watch) -> None:
    watch.expect(r"Traceback.*messages\.py.*KeyError: 'missing'")
    press(page, "Crash")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("missing")
    alert.get_by_text("Details").click()
    expect(alert.locator("pre")).to_contain_text("messages.py")
    expect(alert.locator("pre")).to_contain_text('return {}["missing"]')
    press(page, "Work")
    expect(page.get_by_label("Out")).to_have_value("works")
    alert.get_by_role("button", name="Close").click()
    expect(alert).to_have_count(0)
