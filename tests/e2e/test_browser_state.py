"""BrowserState in real browsers: what is stored, what comes back, and what happens when storing fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.sites import SUB_PATH, Sites
from e2e.visitor import Visitor, reload

BLOCK_STORAGE = """
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }});
"""
FILL_STORAGE = """() => {
    let filler = "";
    for (let size = 2 ** 22; size >= 1; size /= 2)
        try {
            while (true) {
                localStorage.setItem("filler", filler + "x".repeat(size));
                filler += "x".repeat(size);
            }
        } catch {}
}"""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def keep(page: Page, code: str, *, name: str = "Keep", outcome: str = "saved") -> None:
    """Have a handler return what ``code`` is in Python, and wait until it is told what became of it."""
    page.get_by_label("New value, in Python").fill(code)
    press(page, name)
    expect(page.get_by_label("Outcome")).to_have_value(f"{outcome} {code}")


def expect_shown(page: Page, text: str, label: str = "Kept") -> None:
    press(page, "Show")
    expect(page.get_by_label(label, exact=True)).to_have_value(text)


def stored(page: Page) -> dict[str, str]:
    """What the browser keeps of the app. A page without a first screen notes the app's keys too, for its settings."""
    texts: dict[str, str] = json.loads(page.evaluate("JSON.stringify(localStorage)"))
    return {key: text for key, text in texts.items() if not key.startswith("pyblocks-keys:")}


@pytest.mark.every_pair
def test_values_survive_a_reload_and_keys_are_as_given(visitor: Visitor, sites: Sites, place: str) -> None:
    page = visitor.open(sites.address("kept.py", place))
    assert stored(page) == {}, "something is written before the first change"
    keep(page, "{'ü': [1, 1.0, True]}")
    keep(page, "'by place'", name="Keep placed")
    placed = page.evaluate("`pyblocks:${location.pathname}:2`")
    assert place == "file" or SUB_PATH in placed
    assert stored(page) == {"kept": '{"ü": [1, 1.0, true]}', placed: '"by place"'}
    reload(page)
    expect(page.get_by_label("Kept", exact=True)).to_have_value("{'\\xfc': [1, 1.0, True]}")
    expect(page.get_by_label("Placed")).to_have_value("'by place'")
    expect(page.get_by_label("Alone")).to_have_value("'default'")
    expect(page.get_by_label("Changes")).to_have_value("1")


def test_every_json_value_survives_exactly(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("values.py"))
    press(page, "Keep")
    expect(page.get_by_label("Problems")).to_have_value("kept")
    reload(page)
    press(page, "Compare")
    expect(page.get_by_label("Problems")).to_have_value("[]")


def test_equal_content_is_no_change_and_a_list_changed_in_place_is_one(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    changes = page.get_by_label("Changes")
    keep(page, "[0]")
    expect(changes).to_have_value("1")
    keep(page, "[0] ")
    press(page, "Append")
    expect(changes).to_have_value("2")
    expect_shown(page, "[0, 1]")
    assert stored(page)["kept"] == "[0, 1]"


def test_a_forgotten_value_is_the_default_again(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    keep(page, "1")
    press(page, "Forget")
    expect(page.get_by_label("Kept", exact=True)).to_have_value("'default'")
    assert stored(page) == {}


def test_two_sites_of_one_origin_never_meet(visitor: Visitor, sites: Sites, browser_name: str) -> None:
    _, other = sites.copy("kept.py", f"another-{browser_name}")
    page, another = visitor.open(sites.site("kept.py")), visitor.open(other)
    keep(page, "'first'", name="Keep placed")
    keep(another, "'second'", name="Keep placed")
    for opened, text in [(page, "'first'"), (another, "'second'")]:
        reload(opened)
        expect(opened.get_by_label("Placed")).to_have_value(text)


def test_two_files_on_the_disk_never_meet(visitor: Visitor, sites: Sites, tmp_path: Path) -> None:
    pages = []
    for name in ("one.html", "two.html"):
        shutil.copy(sites.file("kept.py"), tmp_path / name)
        pages.append(visitor.open((tmp_path / name).as_uri()))
        keep(pages[-1], repr(name), name="Keep placed")
    for page, name in zip(pages, ("one.html", "two.html"), strict=True):
        reload(page)
        expect(page.get_by_label("Placed")).to_have_value(repr(name))


# What goes wrong


def test_what_json_can_not_hold_is_refused_with_its_place(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    keep(page, "'old'")
    visitor.watch.expect("set")
    keep(page, "{'a': [0, {1, 2}]}", outcome="not saved")
    expect(page.get_by_role("alert")).to_contain_text('value["a"][1]')
    expect_shown(page, "'old'")
    assert stored(page) == {"kept": '"old"'}


@pytest.mark.parametrize("damaged", ["{not json", "", "NaN", "\ud800", "[" * 100_000])
def test_damaged_text_is_kept_aside(visitor: Visitor, sites: Sites, damaged: str) -> None:
    page = visitor.context.new_page()
    page.goto(f"{sites.server.origin}/")
    page.evaluate("text => localStorage.setItem('kept', JSON.parse(text))", json.dumps(damaged))
    visitor.watch.problems.clear()
    visitor.watch.expect("'kept' is not JSON.*'kept.damaged'")
    page = visitor.open(sites.site("kept.py"))
    expect(page.get_by_label("Kept", exact=True)).to_have_value("'default'")
    keep(page, "'new'")
    assert stored(page) == {"kept": '"new"', "kept.damaged": damaged}


@pytest.mark.every_pair
def test_no_room_is_told_and_the_old_value_stays(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    keep(page, "['old']")
    page.evaluate(FILL_STORAGE)
    keep(page, "['x' * 1000]", outcome="not saved")
    toast = page.get_by_role("alert")
    expect(toast).to_contain_text("Not saved")
    expect(toast).to_contain_text("no room left")
    press(page, "Append")
    expect(page.get_by_role("alert")).to_have_count(2)
    expect_shown(page, "['old']")
    reload(page)
    expect(page.get_by_label("Kept", exact=True)).to_have_value("['old']")


def test_blocked_storage_is_told_once_and_the_app_works(visitor: Visitor, sites: Sites, place: str) -> None:
    visitor.context.add_init_script(BLOCK_STORAGE)
    page = visitor.open(sites.address("kept.py", place))
    keep(page, "'new'")
    expect_shown(page, "'new'")
    keep(page, "'placed'", name="Keep placed")
    toasts = page.get_by_test_id("toast-body")
    expect(toasts).to_have_count(1)
    expect(toasts).to_contain_text("The browser stores nothing for this page")
    expect(toasts.and_(page.locator(".warning"))).to_be_visible()
    press(page, "Settings")
    expect(page.get_by_text("This app stores nothing in this browser.")).to_be_visible()


def test_an_app_without_secrets_needs_no_cryptography(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script("delete Crypto.prototype.subtle")  # as on plain http
    page = visitor.open(sites.site("kept.py"))
    keep(page, "1")


# Other tabs


def test_another_tab_sees_a_change_at_once(visitor: Visitor, sites: Sites, place: str) -> None:
    address = sites.address("kept.py", place)
    page, other = visitor.open(address), visitor.open(address)
    keep(page, "'from the first'")
    expect(other.get_by_label("Kept", exact=True)).to_have_value("'from the first'")
    keep(other, "'from the second'")
    expect(page.get_by_label("Kept", exact=True)).to_have_value("'from the second'")
    for opened in (page, other):
        expect(opened.get_by_label("Changes")).to_have_value("2")
    page.evaluate("localStorage.clear()")
    expect(other.get_by_label("Kept", exact=True)).to_have_value("'default'")


def test_a_tab_that_was_not_told_looks_when_it_is_seen_again(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site("kept.py"))
    page.evaluate("localStorage.setItem('kept', '1')")  # of what a page does itself it isn't told
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label("Kept", exact=True)).to_have_value("1")


def test_a_state_that_opts_out_hears_nothing_of_other_tabs(visitor: Visitor, sites: Sites) -> None:
    page, other = visitor.open(sites.site("kept.py")), visitor.open(sites.site("kept.py"))
    keep(page, "'mine'", name="Keep alone")
    keep(page, "'shared'")
    expect(other.get_by_label("Kept", exact=True)).to_have_value("'shared'")
    expect_shown(other, "'default'", "Alone")
    keep(other, "'other'", name="Keep alone")
    keep(page, "'mine' ", name="Keep alone")
    assert stored(page)["alone"] == '"mine"', "what was saved last is what is stored"


def test_a_thousand_writes_in_turns_end_equal(visitor: Visitor, sites: Sites) -> None:
    pages = [visitor.open(sites.site("kept.py")) for _ in range(2)]
    keep(pages[0], "[]")
    expect(pages[1].get_by_label("Kept", exact=True)).to_have_value("[]")
    for _ in range(500):
        for page in pages:
            page.evaluate(
                "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'Append').click()"
            )
    for page in pages:
        page.wait_for_function("JSON.parse(localStorage.kept).length > 2")
    shown = [page.get_by_label("Kept", exact=True) for page in pages]
    page.wait_for_timeout(500)
    expect(shown[0]).to_have_value(str(json.loads(stored(page)["kept"])))
    expect(shown[1]).to_have_value(shown[0].input_value())
    for page in pages:
        expect_shown(page, shown[0].input_value())


# Secrets


def test_a_secret_hides_what_is_stored(visitor: Visitor, sites: Sites, place: str) -> None:
    address = sites.address("secret.py", place)
    page = visitor.open(f"{address}?secret=right")
    expect(page.get_by_label("Diary")).to_have_value("nothing yet")
    page.get_by_label("Entry").fill("the treasure is under the oak")
    page.get_by_label("Entry").press("Enter")
    expect(page.get_by_label("Diary")).to_have_value("the treasure is under the oak")
    text = stored(page)["diary"]
    assert "treasure" not in text
    wrong = visitor.open(f"{address}?secret=wrong")
    expect(wrong.get_by_label("Diary")).to_have_value("nothing yet")
    wrong.wait_for_function("'diary' in localStorage")  # pages from the disk have processes of their own
    assert stored(wrong) == {"diary": text}
    reload(page)
    expect(page.get_by_label("Diary")).to_have_value("the treasure is under the oak")
    page.get_by_label("Entry").fill("it is gone")
    page.get_by_label("Entry").press("Enter")
    expect(page.get_by_label("Diary")).to_have_value("it is gone")
    assert stored(page)["diary"][:60] != text[:60], "each text has an IV of its own"


def test_a_secret_needs_a_page_that_can_encrypt(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script("delete Crypto.prototype.subtle")
    visitor.watch.expect("needs a page that can encrypt")
    page = visitor.open(f"{sites.site('secret.py')}?secret=right", "error")
    expect(page.get_by_role("alert")).to_contain_text("on https or localhost")
