"""Links, texts and stored data that somebody else wrote: what is wrong is a notice, and never the end."""

from __future__ import annotations

from base64 import b64encode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from e2e.sites import Sites, StaticHandler, StaticServer
from e2e.visitor import Visitor, wait_for_state

APP = "outside.py"


def link(text: str) -> str:
    return "#/?deep_link=" + b64encode(text.encode()).decode().rstrip("=")


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize(
    "fragment",
    ["#/%", link('[[1, "textbox", "from a link"]]'), link('[[Infinity, "textbox", "x"]]'), link("[" * 100_000)],
    ids=["no URI", "uninvited", "infinite", "deep"],
)
def test_no_link_keeps_an_app_from_starting_or_fills_in_one_that_offers_none(
    visitor: Visitor, sites: Sites, fragment: str
) -> None:
    page = visitor.open(sites.site(APP) + fragment)
    expect(field(page, "Name")).to_have_value("Ann")
    expect(field(page, "Loaded")).to_have_value(" Ann")


def test_deep_text_is_a_notice(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    visitor.watch.expect("nested too deeply")
    field(page, "Text").fill("[" * 100_000)
    press(page, "Show")
    expect(page.get_by_test_id("toast-body")).to_contain_text("nested too deeply")
    press(page, "Count")
    expect(field(page, "Count")).to_have_value("100000")


def test_deep_stored_data_is_a_notice_and_kept_aside(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    deep = "[" * 4999 + "]" * 4999
    page.evaluate("text => localStorage.setItem('note', text)", deep)
    visitor.watch.expect("'note' is not JSON|nested too deeply")
    page.reload(wait_until="commit")
    wait_for_state(page)
    expect(field(page, "Loaded")).to_have_value(" Ann")
    press(page, "Count")
    expect(field(page, "Count")).to_have_value("0")
    field(page, "Text").fill("mine")
    press(page, "Keep")
    page.wait_for_function("localStorage.getItem('note') === '\"mine\"'")
    assert page.evaluate("localStorage.getItem('note.damaged')") == deep


def test_the_settings_outlive_python(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    page.evaluate("localStorage.setItem('note', '\"mine\"')")
    press(page, "End")
    expect(page.get_by_role("alert")).to_contain_text("This app has stopped")
    visitor.watch.problems.clear()  # the browsers and Pyodide say it in their own words
    erase_in_settings(page, page.get_by_role("alert").get_by_role("button", name="Settings"))


def test_an_app_that_does_not_start_leaves_the_settings(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    page.evaluate("localStorage.setItem('note', '\"mine\"')")
    page.close()
    page = visitor.context.new_page()
    # The same page with an app that can't be read: its first screen is there, and Python never shows it.
    page.route("**/app-*.zip", lambda route: route.fulfill(body=b"no archive"))
    page.route("**/sw*.js", lambda route: route.abort())
    page.goto(sites.site(APP), wait_until="commit")
    wait_for_state(page, "error")
    visitor.watch.problems.clear()
    erase_in_settings(page, page.get_by_role("alert").get_by_role("button", name="Settings"))


class ReadableHandler(StaticHandler):
    """Lets other sites read its files, as GitHub Pages does."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@pytest.mark.every_pair
def test_an_app_works_in_a_sandboxed_frame(browser: Browser, sites: Sites, place: str) -> None:
    app = sites.folder(APP) if place == "site" else sites.file(APP)
    address = f"{app.name}/" if place == "site" else app.name
    (app.parent / "frame.html").write_text(f'<iframe sandbox="allow-scripts" src="{address}"></iframe>')
    server = StaticServer(app.parent, ReadableHandler)
    visitor = Visitor(browser, server.origin)
    page = visitor.begin(f"{server.origin}/frame.html")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_label("Loaded")).to_have_value(" Ann", timeout=60_000)
    expect(frame.get_by_test_id("toast-body")).to_contain_text("gone when you leave it")
    visitor.watch.check()
    visitor.close()
    server.shutdown()


def erase_in_settings(page: Page, button: Locator) -> None:
    button.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row")).to_have_text(["NameSize", "note6 bytes"])
    dialog.get_by_role("button", name="Erase").click()
    dialog.get_by_role("button", name="Erase all").click()
    expect(dialog.get_by_role("status")).to_have_text("Erased.")
    assert page.evaluate("localStorage.getItem('note')") is None
