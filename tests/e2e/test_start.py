"""How an app starts, and what the visitor reads when it can't."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, wait_for_state

NOTE_WHAT_IS_SHOWN = """
window.noted = {states: [], percents: [], stages: []};
const note = (list, value) => { if (value != null && value !== list.at(-1)) list.push(value); };
new MutationObserver(() => {
    note(noted.states, document.documentElement?.dataset.pyblocks);
    const bar = document.querySelector("[role=progressbar]");
    note(noted.percents, bar?.getAttribute("aria-valuenow"));
    note(noted.stages, bar?.parentElement.querySelector("[role=status]")?.textContent.replace(/[\\d.]+/g, "#"));
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""


def alert(page: Page) -> Locator:
    return page.get_by_role("alert")


def test_the_loading_screen_tells_how_far_it_is(visitor: Visitor, sites: Sites, place: str) -> None:
    visitor.context.add_init_script(NOTE_WHAT_IS_SHOWN)
    page = visitor.open(sites.address("counter.py", place, "--no-prerender"))
    noted = page.evaluate("noted")
    assert noted["states"] == ["loading", "ready"]
    percents = [int(percent) for percent in noted["percents"]]
    assert len(percents) > 3
    assert percents == sorted(percents)
    assert "Loading Python · # of # MB" in noted["stages"]
    assert noted["stages"][-1] == "Starting the app…"


def test_a_damaged_file_is_named(visitor: Visitor, sites: Sites, browser_name: str) -> None:
    folder, address = sites.copy("counter.py", f"damaged-{browser_name}")
    damaged = next((folder / "assets").glob("pyodide.asm-*.wasm"))
    damaged.write_bytes(damaged.read_bytes()[:-1])
    visitor.watch.expect(damaged.name)
    page = visitor.open(address, "error")
    expect(alert(page)).to_contain_text(damaged.name)


@pytest.mark.parametrize("file", ["main-*.js", "pyodide.asm-*.wasm", "pyodide.asm-*.mjs", "app-*.zip"])
def test_a_missing_file_is_named_and_retrying_works(
    visitor: Visitor, sites: Sites, browser_name: str, file: str
) -> None:
    folder, address = sites.copy("counter.py", f"without-{file.replace('*', '')}-{browser_name}")
    missing = next((folder / "assets").glob(file))
    missing = missing.rename(folder / missing.name)
    visitor.watch.expect(missing.name)
    page = visitor.open(address, "error")
    expect(alert(page)).to_contain_text(missing.name)
    expect(alert(page)).to_contain_text("upload the whole folder again")
    missing.rename(folder / "assets" / missing.name)
    with page.expect_navigation(wait_until="commit"):
        alert(page).get_by_role("button", name="Try again").click()
    wait_for_state(page)
    expect(page.get_by_label("Count")).to_have_value("0")


@pytest.mark.parametrize(
    ("app", "message", "details"),
    [
        ("raises.py", "raises.py, line 5: RuntimeError: the model is missing", "Traceback (most recent call last)"),
        ("launches_nothing.py", "launches_nothing.py launches nothing", None),
    ],
)
def test_an_app_that_can_not_be_shown_says_where(
    visitor: Visitor, sites: Sites, app: str, message: str, details: str | None
) -> None:
    visitor.watch.expect(message)
    page = visitor.open(sites.site(app), "error")
    expect(alert(page)).to_contain_text(message)
    if details is None:
        expect(alert(page).get_by_text("Details")).to_have_count(0)
    else:
        alert(page).get_by_text("Details").click()
        expect(alert(page).get_by_text(details)).to_be_visible()


def test_a_browser_without_webassembly_is_told(visitor: Visitor, sites: Sites, place: str) -> None:
    visitor.context.add_init_script("delete window.WebAssembly")
    visitor.watch.expect("WebAssembly")
    page = visitor.open(sites.address("counter.py", place), "error")
    expect(alert(page)).to_contain_text("WebAssembly")
    expect(alert(page).get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.parametrize("cut", [0.999, 0.5, 0.01])
def test_a_file_that_is_cut_short_says_so(visitor: Visitor, sites: Sites, browser_name: str, cut: float) -> None:
    size = int(sites.file("counter.py").stat().st_size * cut)
    file = sites.file_copy("counter.py", f"cut-{cut}-{browser_name}.html", size)
    visitor.watch.expect("cut short")
    page = visitor.open(file.as_uri(), "error")
    expect(alert(page)).to_contain_text("cut short")
