"""Markdown, HTML, JSON, Label, Button: what an app shows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

APP = "shown.py"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_markdown_is_formatted(page: Page) -> None:
    expect(page.get_by_role("heading", name="A heading")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Fruit")).to_be_visible()
    expect(page.get_by_role("cell", name="Apple")).to_be_visible()
    expect(page.locator("#text del")).to_have_text("old")
    expect(page.get_by_role("link", name="a link")).to_have_attribute("href", "https://example.org/")


def test_code_is_highlighted(page: Page) -> None:
    code = page.locator("#text pre code")
    expect(code).to_contain_text("def double(x):")
    keyword, name = code.locator(".hljs-keyword").first, code.locator(".hljs-title").first
    expect(keyword).to_have_text("def")
    colours = [token.evaluate("token => getComputedStyle(token).color") for token in (keyword, name)]
    assert colours[0] != colours[1]


def test_formulas_are_typeset(page: Page) -> None:
    expect(page.locator("#text math")).to_have_count(1)
    expect(page.locator("#text .katex")).to_be_visible()
    expect(page.locator("#text")).not_to_contain_text("$")


def test_scripts_in_markdown_do_not_run(page: Page) -> None:
    expect(page.locator("#text img")).to_have_count(1)
    assert page.evaluate("window.attacked") is None


def test_html_is_shown(page: Page) -> None:
    expect(page.locator("#html em")).to_have_text("HTML")


def test_json_opens_and_closes(page: Page) -> None:
    data = page.get_by_test_id("json")
    expect(data).to_contain_text("Ada")
    expect(data).to_contain_text("1815")


def test_a_label_shows_the_most_likely_classes(page: Page) -> None:
    label = page.get_by_test_id("label")
    expect(page.get_by_test_id("label-output-value")).to_have_text("cat")
    expect(label).to_contain_text("70%")
    expect(label).to_contain_text("20%")
    expect(label).not_to_contain_text("fish")


@pytest.mark.parametrize("variant", ["Primary", "Secondary", "Stop", "Huggingface"])
def test_a_click_reaches_python(page: Page, variant: str) -> None:
    button(page, variant).click()
    expect(page.get_by_label("Clicked")).to_have_value(variant.lower())


def test_sizes_differ(page: Page) -> None:
    heights = [button(page, f"Size {size}").evaluate("button => button.offsetHeight") for size in ("sm", "md", "lg")]
    assert heights == sorted(set(heights))


def test_a_button_with_a_link_is_a_link(page: Page) -> None:
    link = page.get_by_role("link", name="Elsewhere")
    expect(link).to_have_attribute("href", "https://example.org/")
    expect(link).to_have_attribute("target", "_blank")


def test_a_disabled_button_does_nothing(page: Page) -> None:
    expect(button(page, "Unavailable")).to_be_disabled()


def test_python_changes_what_is_shown(page: Page) -> None:
    button(page, "Change").click()
    expect(page.locator("#text em")).to_have_text("Now this")
    expect(page.locator("#html b")).to_have_text("HTML")
    expect(page.get_by_test_id("json")).not_to_contain_text("Ada")
    expect(page.get_by_test_id("label-output-value")).to_have_text("bird")
    expect(button(page, "Changed")).to_be_visible()
