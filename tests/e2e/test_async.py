"""What goes on beside handlers: tasks, queues, what would be threads, and requests to the web."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from e2e.sites import Sites
from e2e.test_stream import field, press, record
from e2e.visitor import Visitor
from e2e.watch import Watch

APP = "background.py"


def test_a_task_goes_on_after_its_handler(page: Page) -> None:
    press(page, "Start")
    expect(field(page, "Result")).to_have_value("started")
    expect(field(page, "Notes")).to_have_value("note0 note1 note2")


def test_one_handler_waits_for_another_in_a_queue(page: Page) -> None:
    press(page, "Receive")
    press(page, "Send")
    expect(field(page, "Result")).to_have_value("from the other")


def test_what_would_run_in_threads_runs_at_once(page: Page) -> None:
    press(page, "Inline")
    expect(field(page, "Result")).to_have_value("3 5 [1, 4, 9]")


def test_a_thread_is_refused_with_a_way_out(page: Page, watch: Watch) -> None:
    watch.expect("RuntimeError: can't start new thread")
    press(page, "Thread")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("can't start new thread: Python in a page has none.")
    expect(alert).to_contain_text("asyncio.create_task")
    alert.get_by_role("button", name="Close").click()


def test_urllib_reads_what_lies_beside_the_page(page: Page, watch: Watch) -> None:
    press(page, "Read")
    expect(field(page, "Result")).to_have_value("200 text/html True")
    watch.expect("HTTPError: HTTP Error 404")
    watch.expect("404")
    press(page, "Missing")
    expect(page.get_by_role("alert")).to_contain_text("HTTP Error 404")
    page.get_by_role("alert").get_by_role("button", name="Close").click()


@pytest.fixture
def page_that_cannot_wait(visitor: Visitor, sites: Sites) -> Page:
    """The app in a browser without stack switching."""
    visitor.context.add_init_script("delete WebAssembly.Suspending")
    visitor.watch.expect("starts without its memory snapshot")
    return visitor.open(sites.site(APP))


def test_without_stack_switching_all_of_it_works_and_blocks(page_that_cannot_wait: Page) -> None:
    page = page_that_cannot_wait
    press(page, "Read")
    expect(field(page, "Result")).to_have_value("200 text/html True")
    press(page, "Work")
    expect(field(page, "Result")).to_have_value("worked")
    record(field(page, "Result"))
    press(page, "Steps")
    expect(field(page, "Result")).to_have_value("two")
    assert page.evaluate("window.shown") == ["one", "two"]


def test_garbage_is_collected_while_other_functions_sleep(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("naps.py"))
    press(page, "Nap")
    press(page, "Sleep")
    expect(field(page, "Napped")).to_have_value("slept and collected")
    expect(field(page, "Slept")).to_have_value("slept")
