"""Themes and languages, as only a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.sites import ROOT, Sites
from e2e.visitor import Visitor

APP = "themes.py"
AXE = (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
#: The contrast of Gradio's own themes is Gradio's: the page has their values as they are.
RULES = "{rules: {'color-contrast': {enabled: false}}}"


@pytest.fixture(params=["soft", "gradio/monochrome", "Ocean"])
def themed(sites: Sites, browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    visitor = Visitor(browser, sites.server.origin, reduced_motion="reduce")
    look = request.param
    yield look, visitor.open(f"{sites.site(APP)}?look={look}")
    visitor.close()
    visitor.watch.check()


#: Of each theme the primary button and the border of the app's own, in light and in dark.
LOOKS = {
    "soft": {False: ("rgb(99, 102, 241)", "rgb(229, 231, 235)"), True: ("rgb(79, 70, 229)", "rgb(55, 65, 81)")},
    "gradio/monochrome": {
        False: ("rgb(23, 23, 23)", "rgb(229, 229, 229)"),
        True: ("rgb(82, 82, 82)", "rgb(64, 64, 64)"),
    },
    "Ocean": {False: ("rgba(0, 0, 0, 0)", "rgb(228, 228, 231)"), True: ("rgba(0, 0, 0, 0)", "rgb(63, 63, 70)")},
}


def test_a_theme_sets_the_variables_in_light_and_dark_for_the_apps_css_too(themed: tuple[str, Page]) -> None:
    look, page = themed
    page.evaluate(AXE)
    for dark, (fill, border) in LOOKS[look].items():
        page.evaluate("choice => window.pyblocksTheme(choice)", "dark" if dark else "light")
        page.wait_for_function("dark => document.body.matches('.dark') === dark", arg=dark)
        expect(page.get_by_role("button", name="Greet", exact=True)).to_have_css("background-color", fill)
        expect(page.get_by_role("button", name="Clear", exact=True)).to_have_css("border-top-color", border)
        violations = page.evaluate(f"axe.run({RULES}).then(result => result.violations)")
        assert not violations, violations


def test_a_gradient_of_a_theme_is_on_the_button(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(f"{sites.site(APP)}?look=ocean&__theme=dark")
    button = page.get_by_role("button", name="Greet", exact=True)
    expect(button).to_have_css("background-image", re.compile(r"^linear-gradient\(120deg, rgb\(2, 132, 199\)"))


def test_a_font_of_a_container_is_that_of_what_it_holds(page: Page) -> None:
    for text in ("Heading in a box", "Text in a box", "Words in a box", "Cell in a box", "Field in a box"):
        expect(page.get_by_text(text)).to_have_css("font-family", "Boxed")
    expect(page.get_by_label("Field in a box")).to_have_css("font-family", "Boxed")
    for text in ("Words in a box", "Cell in a box"):  # as in Gradio: the others have a size of their own
        expect(page.get_by_text(text)).to_have_css("font-size", "30px")
    expect(page.get_by_text("Words in a box")).to_have_css("color", "rgb(1, 2, 3)")


def test_a_script_that_sets_dark_on_the_body_as_in_gradio_has_it_on_the_page(page: Page) -> None:
    page.evaluate("document.body.classList.toggle('dark')")
    expect(page.locator("html.dark")).to_have_count(1)
    page.evaluate("document.body.classList.toggle('dark')")
    expect(page.locator("html.dark")).to_have_count(0)


def test_texts_are_in_the_language_of_the_browser(sites: Sites, browser: Browser) -> None:
    visitor = Visitor(browser, sites.server.origin, locale="de-AT")
    page = visitor.open(sites.site(APP))
    expect(page.get_by_role("heading", name="Begrüßung")).to_be_visible()
    expect(page.get_by_placeholder("Wer ist da?")).to_be_visible()
    expect(page).to_have_title("Begrüßung")
    assert page.locator("html").get_attribute("lang") == "de"
    page.get_by_role("radio", name="rot").check()
    page.get_by_role("button", name="Grüßen").click()
    expect(page.get_by_label("Result")).to_have_value(" r")
    expect(page.get_by_role("button", name="Einstellungen")).to_be_visible()
    visitor.close()
    visitor.watch.check()


def test_the_visitor_switches_the_language_and_the_page_its_direction(page: Page) -> None:
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Source")).to_be_visible()
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("combobox", name="Language").select_option("ar")
    expect(page.get_by_role("dialog", name="الإعدادات")).to_be_visible()
    page.get_by_role("button", name="إغلاق").click()
    field, result = page.get_by_label("الاسم"), page.get_by_label("Result")
    expect(field).to_have_value("Ada")
    left, right = result.bounding_box(), field.bounding_box()
    assert left and right
    assert left["x"] < right["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="الإعدادات").click()
    page.get_by_role("combobox", name="اللغة").select_option("")
    expect(page.get_by_role("dialog", name="Settings")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Name")).to_have_value("Ada")
