"""The settings in the page's footer: the theme, and the visitor's own data."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from e2e.sites import Sites
from e2e.test_browser_state import BLOCK_STORAGE, FILL_STORAGE, keep, press, stored
from e2e.test_looks import PHONE, violations
from e2e.visitor import Visitor, reload


def open_settings(page: Page) -> Locator:
    page.get_by_role("button", name="Settings").click()
    return page.get_by_role("dialog", name="Settings")


def load(page: Page, content: str) -> None:
    file = {"name": "data.json", "mimeType": "application/json", "buffer": content.encode()}
    page.get_by_label("Load from file").set_input_files(file)  # type: ignore[arg-type]


def test_the_dialog_opens_and_closes_by_keyboard(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    button = page.get_by_role("button", name="Settings")
    button.press("Enter")
    dialog = page.get_by_role("dialog", name="Settings")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_the_theme_is_remembered(visitor: Visitor, sites: Sites, place: str) -> None:
    page = visitor.open(sites.address("kept.py", place))
    html = page.locator("html")
    dialog = open_settings(page)
    expect(dialog.get_by_role("radio", name="System")).to_be_checked()
    dialog.get_by_role("radio", name="Dark").check()
    expect(html).to_have_class("dark")
    reload(page)
    expect(html).to_have_class("dark")
    dialog = open_settings(page)
    dialog.get_by_role("radio", name="Light").check()
    expect(html).not_to_have_class("dark")
    dialog.get_by_role("radio", name="Dark").check()
    dialog.get_by_role("radio", name="System").check()
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    expect(html).to_have_class("dark" if is_dark else "")


def test_the_theme_can_be_switched_where_storage_is_blocked(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script(BLOCK_STORAGE)
    page = visitor.open(sites.site("counter.py"))
    dialog = open_settings(page)
    dialog.get_by_role("radio", name="Dark").check()
    expect(page.locator("html")).to_have_class("dark")
    expect(dialog.get_by_text("This app stores nothing in this browser.")).to_be_visible()
    expect(dialog.get_by_label("Load from file")).to_have_count(0)


def downloaded(page: Page, dialog: Locator, browser_name: str) -> str:
    """What the visitor downloads.

    Firefox here reports no download and leaves the page unfocused after one, so there the link is
    caught as it is clicked.
    """
    button = dialog.get_by_role("button", name="Download")
    if browser_name == "firefox":
        page.evaluate("HTMLAnchorElement.prototype.click = function () { window.clicked = this; }")
        button.click()
        assert page.evaluate("clicked.download").endswith("data.json")
        text: str = page.evaluate("fetch(clicked.href).then((response) => response.text())")
        return text
    with page.expect_download() as downloading:
        button.click()
    download: Download = downloading.value
    assert download.suggested_filename.endswith("data.json")
    return Path(download.path()).read_text("utf-8")


def test_visitors_take_their_data_away_bring_it_back_and_erase_it(
    visitor: Visitor, sites: Sites, place: str, browser_name: str
) -> None:
    page = visitor.open(sites.address("kept.py", place))
    page.evaluate("localStorage.setItem('of another app', '1')")
    dialog = open_settings(page)
    with page.context.expect_page() as opening:
        dialog.get_by_role("link", name="Licences").click()
    licences = opening.value
    expect(licences.get_by_text("Mozilla Public License Version 2.0").first).to_be_attached()
    licences.close()
    expect(dialog.get_by_text("This app stores nothing in this browser.")).to_be_visible()
    page.keyboard.press("Escape")
    keep(page, "'ü' * 700")
    keep(page, "1", name="Keep alone")
    before = stored(page)

    dialog = open_settings(page)
    expect(dialog.get_by_role("row")).to_have_text(["NameSize", "kept1.4 kB", "alone1 byte"])
    file = downloaded(page, dialog, browser_name)
    assert json.loads(file) == {key: before[key] for key in ("kept", "alone")}

    dialog.get_by_role("button", name="Erase").click()
    expect(dialog.get_by_role("button", name="Keep")).to_be_focused()
    dialog.get_by_role("button", name="Erase all").click()
    expect(dialog.get_by_role("status")).to_have_text("Erased.")
    assert stored(page) == {"of another app": "1"}
    page.keyboard.press("Escape")
    expect(page.get_by_label("Kept", exact=True)).to_have_value("'default'")
    press(page, "Show")
    expect(page.get_by_label("Alone")).to_have_value("'default'")

    dialog = open_settings(page)
    load(page, file)
    expect(dialog.get_by_role("status")).to_contain_text("Loaded")
    assert stored(page) == before
    page.keyboard.press("Escape")
    expect(page.get_by_label("Kept", exact=True)).to_have_value(ascii("ü" * 700))
    expect(page.get_by_label("Changes")).to_have_value("3")


def test_a_file_that_does_not_fit_changes_nothing(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    keep(page, "'old'")
    dialog = open_settings(page)
    for content, message in [
        ("{", "not JSON"),
        ("[]", "no stored data"),
        ('{"kept": "1", "theirs": "2"}', "another app"),
        ('{"kept": 1}', "was not downloaded here"),
    ]:
        load(page, content)
        expect(dialog.get_by_role("status")).to_contain_text(message)
    page.evaluate(FILL_STORAGE)
    load(page, json.dumps({"kept": '"x"', "alone": "1" * 1000}))
    expect(dialog.get_by_role("status")).to_contain_text("no room")
    assert {key: text for key, text in stored(page).items() if key != "filler"} == {"kept": '"old"'}


def test_the_settings_have_no_violation(visitor: Visitor, sites: Sites, browser_name: str) -> None:
    page = visitor.open(sites.site("kept.py"))
    keep(page, "1")
    dialog = open_settings(page)
    if browser_name == "chromium":
        assert not violations(page)
    dialog.get_by_role("button", name="Erase").click()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    if browser_name == "chromium":
        assert not violations(page)
