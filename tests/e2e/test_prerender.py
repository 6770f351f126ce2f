"""The first screen is in the page: what it shows, and what becomes of what a visitor does to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from e2e.sites import ROOT, Sites, build
from e2e.visitor import Visitor, wait_for_state

APP = "first.py"
#: Python waits for ``letGo()``, in a site as in one HTML file, where nothing is fetched that could be held back.
HOLD_PYTHON = """
const { compileStreaming } = WebAssembly;
const held = new Promise(resolve => { window.letGo = resolve; });
WebAssembly.compileStreaming = async source => { await held; return compileStreaming(source); };
"""
NOTE_SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def use(page: Page) -> None:
    """Fill in the app and press its buttons, as far as that works without Python."""
    page.get_by_label("Name").fill("Grace")
    page.get_by_label("Agree").check()
    page.get_by_label("range slider for Age").fill("55")
    page.get_by_label("Name").press("End")
    page.get_by_label("Name").type("!")
    page.get_by_role("button", name="Greet").click()
    page.get_by_role("button", name="Shout").click()
    page.get_by_label("Made").fill("by me")
    page.get_by_label("Made").evaluate("field => field.setSelectionRange(3, 3)")


def assert_used(page: Page) -> None:
    """All of that is there, and has had its results."""
    expect(page.get_by_label("Greeted")).to_have_value("('Grace!', 55, True, 'red')")
    expect(page.get_by_label("Steps")).to_have_value("load greet shout ")
    expect(page.get_by_label("Name")).to_have_value("GRACE!")
    expect(page.get_by_label("Agree")).to_be_checked()
    expect(page.get_by_label("range slider for Age")).to_have_value("55")
    expect(page.get_by_label("Made")).to_have_value("by me")
    expect(page.get_by_label("Made")).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == 3
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def test_it_is_there_without_any_script(browser: Browser, browser_name: str, sites: Sites, place: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sites.address(APP, place))
    expect(page.get_by_role("heading", name="Hello")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Ada")
    expect(page.get_by_label("Name")).to_have_css("letter-spacing", "3px")
    expect(page.get_by_role("tab", name="Options", selected=True)).to_be_visible()
    expect(page.locator(".katex-html")).to_be_visible()
    if browser_name == "chromium":  # Firefox, told by a program to run no scripts, leaves out <noscript> all the same
        expect(page.locator(".pyblocks-noscript")).to_be_visible()
        expect(page.get_by_role("progressbar")).to_be_hidden()
    context.close()


def test_nothing_is_lost_of_what_a_visitor_does_before_python_is_up(visitor: Visitor, sites: Sites, place: str) -> None:
    visitor.context.add_init_script(HOLD_PYTHON)
    page = visitor.begin(sites.address(APP, place))
    use(page)
    page.get_by_role("tab", name="More").click()
    expect(page.get_by_text("In the second tab")).to_be_visible()
    page.get_by_role("tab", name="Options").click()
    page.get_by_label("Made").focus()
    page.get_by_label("Made").evaluate("field => field.setSelectionRange(3, 3)")
    for label in ("Greeted", "Steps", "Name"):
        expect(page.locator(".block[aria-busy=true]").filter(has=page.get_by_label(label))).to_be_visible()
    expect(page.get_by_label("Greeted")).to_have_value("")
    expect(page.get_by_role("progressbar")).to_have_count(1)
    assert page.evaluate("document.documentElement.dataset.pyblocks") == "loading"
    page.evaluate("window.field = document.querySelector('textarea')")
    page.evaluate("letGo()")
    wait_for_state(page)
    assert_used(page)
    assert page.evaluate("field === document.querySelector('textarea')")
    assert page.evaluate("[window.heads, window.attacked]") == [1, None]
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_nor_of_what_is_done_before_any_script_is_there(visitor: Visitor, sites: Sites) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visitor.context.route("**/assets/main-*.js", hold)
    page = visitor.begin(sites.site(APP))
    use(page)
    expect(page.get_by_label("Name")).to_have_value("Grace!")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    for route in held:
        route.continue_()
    wait_for_state(page)
    assert_used(page)


def test_what_differs_in_the_page_is_changed_and_nothing_else(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script(HOLD_PYTHON)
    page = visitor.begin(f"{sites.site(APP)}?now")
    expect(page.get_by_label("Made")).to_have_value("then")
    page.get_by_label("Agree").check()
    page.evaluate("window.field = document.querySelectorAll('textarea')[1]")
    page.evaluate("letGo()")
    wait_for_state(page)
    expect(page.get_by_label("Made")).to_have_value("now")
    expect(page.get_by_label("Agree")).to_be_checked()
    assert page.evaluate("field === document.querySelectorAll('textarea')[1]")


def test_an_app_with_other_blocks_is_shown_anew_with_what_was_done(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script(HOLD_PYTHON)
    page = visitor.begin(f"{sites.site(APP)}?more")
    page.get_by_label("Agree").check()
    page.get_by_label("Name").fill("Grace")
    page.evaluate("letGo()")
    wait_for_state(page)
    expect(page.get_by_text("One more block")).to_be_visible()
    expect(page.get_by_label("Agree")).to_be_checked()
    expect(page.get_by_label("Name")).to_have_value("Grace")
    expect(page.get_by_role("heading", name="Hello")).to_have_count(1)
    assert page.evaluate("heads") == 1


def test_reloading_shows_the_app_as_it_begins(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP))
    page.get_by_label("Made").fill("changed")
    page.get_by_label("Agree").check()
    page.reload(wait_until="commit")
    wait_for_state(page)
    expect(page.get_by_label("Made")).to_have_value("then")
    expect(page.get_by_label("Agree")).not_to_be_checked()


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_moves(browser: Browser, sites: Sites, place: str, width: int) -> None:
    visitor = Visitor(browser, sites.server.origin, viewport={"width": width, "height": 900})
    visitor.context.add_init_script(NOTE_SHIFTS)
    page = visitor.open(sites.address(APP, place))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("shifts") == 0
    visitor.close()
    visitor.watch.check()


def test_an_app_that_needs_the_page_is_built_without(visitor: Visitor, sites: Sites, tmp_path: Path) -> None:
    done = build(ROOT / "tests" / "e2e" / "apps" / "needs_page.py", "-o", tmp_path / "site")
    reasons = [line for line in done.stdout.splitlines() if "prerender:" in line]
    assert len(reasons) == 1
    assert "needs_page.py, line 2: ImportError" in reasons[0]
    page = visitor.open(sites.site("needs_page.py"))
    expect(page.get_by_label("Language")).to_have_value("en")


TRIES = """
import os
import gradio as gr
from pyodide.code import run_js

SCRIPTS = (
    "process.env.SECRET_TOKEN",
    "process.getBuiltinModule('node:child_process').execSync('id')",
    "require('node:fs')",
    "import('node:fs')",
    "new Function('return import(\\"node:net\\")')()",
    "import('undici')",
    "console._stdout.constructor",
    "fetch('http://127.0.0.1:1/')",
)
got = []
for script in SCRIPTS:
    try:
        found = run_js(script)
        got.append(f"got {await found if hasattr(found, 'then') else found or 1 / 0}")
    except Exception:
        got.append("refused")
try:
    import pyodide_js
    pyodide_js.mountNodeFS("/machine", "/")
    got.append("got the disk")
except Exception:
    got.append("refused")
got.append(os.system("id"))
with gr.Blocks() as demo:
    gr.Textbox(str(got), label="At build time")
demo.launch()
"""


def test_an_app_that_is_built_has_nothing_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "a-secret-token")
    app = tmp_path / "app.py"
    app.write_text(TRIES)
    build(app, "-o", tmp_path / "site")
    page = (tmp_path / "site" / "index.html").read_text()
    assert str(["refused"] * 9 + [-1]) in page.replace("&#39;", "'")
