"""What every app must be, whatever is in it: accessible in light and dark, on a desktop and on a phone; calm.

The examples are looked at in ``test_gallery.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from e2e.sites import ROOT, Sites
from e2e.visitor import Visitor, wait_for_state

APPS = ["inputs.py", "choices.py", "shown.py", "layouts.py", "interfaces.py", "pages.py"]
AXE = (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
SETTLED = """Promise.allSettled(
    document.getAnimations().filter(animation => animation instanceof CSSTransition).map(({finished}) => finished))"""
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser_name() -> str:
    """One browser: the page's structure and its colours are the same in each."""
    return "chromium"


@pytest.fixture(scope="module")
def browser(own_browser: Browser) -> Browser:
    return own_browser


@pytest.fixture(scope="module", params=APPS)
def app_page(browser: Browser, sites: Sites, request: pytest.FixtureRequest) -> Iterator[Page]:
    visitor = Visitor(browser, sites.server.origin, reduced_motion="reduce")
    yield visitor.open(sites.site(request.param))
    visitor.close()
    visitor.watch.check()


def violations(page: Page) -> list[str]:
    """What axe-core finds, in light and dark, on a desktop and on a phone."""
    page.evaluate(AXE)
    found = []
    for scheme in ("light", "dark"):
        for size in (DESKTOP, PHONE):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            page.wait_for_function("dark => document.documentElement.matches('.dark') === dark", arg=scheme == "dark")
            page.evaluate(SETTLED)
            for violation in page.evaluate("axe.run().then(result => result.violations)"):
                nodes = "\n    ".join(f"{node['html']}: {node['failureSummary']}" for node in violation["nodes"])
                found.append(f"{scheme}, {size['width']} px: {violation['id']}: {violation['help']}\n    {nodes}")
    return found


def test_an_app_has_no_violation(app_page: Page) -> None:
    assert not violations(app_page)


def test_a_phone_never_scrolls_sideways(app_page: Page) -> None:
    app_page.set_viewport_size(PHONE)
    widest = app_page.evaluate("document.documentElement.scrollWidth")
    assert widest <= PHONE["width"]


def test_no_tab_of_the_showcase_has_a_violation(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("components"))
    for tab in page.get_by_role("tab").all()[1:]:
        page.set_viewport_size(DESKTOP)
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_open_options_have_no_violation(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("choices.py"))
    page.get_by_role("combobox", name="Cities", exact=True).click()
    page.get_by_role("option", name="Rome, Italy").click()
    expect(page.get_by_role("option", name="Paris, France")).to_be_visible()
    assert not violations(page)


def test_messages_have_no_violation(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("messages.py"))
    for name in ("Warn", "Inform", "Succeed", "Crash"):
        page.get_by_role("button", name=name).click()
    expect(page.get_by_test_id("toast-body")).to_have_count(4)
    page.get_by_role("alert").get_by_text("Details").click()
    page.get_by_role("alert").hover()
    visitor.watch.expect("KeyError")
    assert not violations(page)


def test_the_loading_screen_has_no_violation(sites: Sites, visitor: Visitor) -> None:
    page = visitor.context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.wasm", hold)
    page.goto(sites.site("counter.py"), wait_until="commit")
    expect(page.get_by_role("progressbar")).to_be_visible()
    assert not violations(page)
    for route in held:
        route.continue_()
    wait_for_state(page)


def test_the_failure_screen_has_no_violation(sites: Sites, visitor: Visitor) -> None:
    visitor.watch.expect("the model is missing")
    page = visitor.open(sites.site("raises.py"), "error")
    page.get_by_text("Details").click()
    assert not violations(page)


def test_nothing_jumps(sites: Sites, visitor: Visitor) -> None:
    visitor.context.add_init_script(
        """window.shifts = [];
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(({value, startTime, sources}) => ({
            value, startTime, moved: sources.map(({node}) => node?.outerHTML?.slice(0, 200) ?? String(node)),
        })))).observe({type: "layout-shift", buffered: true});"""
    )
    page = visitor.open(sites.site("simple_state"))
    page.get_by_role("checkbox", name="Milk").check()
    page.get_by_role("button", name="Add Items").click()
    expect(page.get_by_label("Cart Size")).to_have_value("1")
    page.wait_for_timeout(300)  # for a shift that comes after the result
    assert page.evaluate("shifts") == []
