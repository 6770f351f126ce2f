"""Interfaces in tabs, examples and datasets; and State in an Interface over a reload."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, reload, wait_for_state

APP = "interfaces.py"


def panel(page: Page, tab: str) -> Locator:
    """Select a tab, and give what it shows."""
    button = page.get_by_role("tab", name=tab)
    button.click()
    expect(button).to_have_attribute("aria-selected", "true")
    return page.locator(f"[role=tabpanel][aria-describedby='{button.get_attribute('id')}']")


def press(at: Locator, name: str) -> None:
    at.get_by_role("button", name=name, exact=True).click()


def test_an_example_fills_in_submit_runs_and_clear_empties(page: Page) -> None:
    full = panel(page, "Full")
    expect(full.get_by_role("heading", name="Describe")).to_be_visible()
    full.get_by_role("gridcell", name="Grace").click()
    expect(full.get_by_label("Age")).to_have_value("85")
    press(full, "Submit")
    expect(full.get_by_label("output 0")).to_have_value("Grace is 85")
    full.get_by_label("Name").fill("Ada")
    full.get_by_label("Name").press("Enter")
    expect(full.get_by_test_id("label-output-value")).to_have_text("Ada")
    press(full, "Clear")
    expect(full.get_by_label("Name")).to_have_value("")
    expect(full.get_by_label("output 0")).to_have_value("")


def test_additional_inputs_are_folded_away_and_count(page: Page) -> None:
    full = panel(page, "Full")
    press(full, "More")
    full.get_by_label("Shout").check()
    full.get_by_role("button", name="2", exact=True).click()
    cell = full.get_by_role("gridcell", name="Alan")
    cell.focus()
    cell.press("Enter")
    expect(full.get_by_label("Name")).to_have_value("Alan")
    press(full, "Submit")
    expect(full.get_by_label("output 0")).to_have_value("ALAN IS 41")
    full.get_by_label("Shout").uncheck()


def test_inputs_are_left_of_outputs_and_above_them_on_a_phone(page: Page) -> None:
    full = panel(page, "Full")

    def boxes() -> Any:
        found = full.get_by_label("Name").bounding_box(), full.get_by_label("output 0").bounding_box()
        assert found[0] and found[1]
        return found

    left, right = boxes()
    assert left["x"] + left["width"] < right["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    above, below = boxes()
    assert above["y"] + above["height"] < below["y"]
    page.set_viewport_size({"width": 1280, "height": 720})


def test_a_generator_is_stopped(page: Page) -> None:
    counting = panel(page, "Counting")
    press(counting, "Submit")
    expect(counting.get_by_label("Number")).not_to_have_value("")
    expect(counting.get_by_role("button", name="Submit")).to_have_count(0)
    press(counting, "Stop")
    expect(counting.get_by_role("button", name="Submit")).to_be_visible()
    expect(counting.get_by_role("button", name="Stop")).to_have_count(0)


def test_live_follows_what_is_typed(page: Page) -> None:
    live = panel(page, "Live")
    live.get_by_label("text", exact=True).press_sequentially("stressed")
    expect(live.get_by_label("Reversed")).to_have_value("desserts")


def test_flagged_samples_can_be_downloaded(page: Page) -> None:
    full = panel(page, "Full")
    full.get_by_role("gridcell").first.click()
    press(full, "Submit")
    press(full, "Flag as wrong")
    expect(page.get_by_test_id("toast-body")).to_contain_text("download it in Settings")
    page.get_by_role("button", name="Settings").click()
    # What the browser would save: an installed Firefox doesn't report downloads.
    page.evaluate(
        """() => {
          const click = HTMLAnchorElement.prototype.click;
          HTMLAnchorElement.prototype.click = function () {
            HTMLAnchorElement.prototype.click = click;
            window.saved = fetch(this.href).then((answer) => answer.text());
          };
        }"""
    )
    page.get_by_role("button", name="Download dataset").last.click()  # the live one has begun a file of its own
    header, *rows = page.evaluate("window.saved").splitlines()
    assert header == "Name,Age,Shout,output 0,output 1,flag,timestamp"
    assert ",wrong,20" in rows[-1]
    page.keyboard.press("Escape")


def test_examples_run_and_are_cached_and_a_dataset_is_an_input(page: Page) -> None:
    datasets = panel(page, "Datasets")
    press(datasets, "three")
    expect(datasets.get_by_label("Length")).to_have_value("5")
    press(datasets, "twice cached")
    expect(datasets.get_by_label("Length")).to_have_value("12")
    press(datasets, "one")
    expect(datasets.get_by_label("Length")).to_have_value("3")
    press(datasets, "built")
    expect(datasets.get_by_label("Place")).to_have_value("built at build time")
    datasets.get_by_role("gridcell", name="b").click()
    expect(datasets.get_by_label("Picked")).to_have_value("['b', 2]")


def test_a_deep_link_opens_the_page_as_it_was(page: Page, browser_name: str, visitor: Visitor) -> None:
    full = panel(page, "Full")
    full.get_by_label("Name").fill("Émile & co")
    full.get_by_label("Age").fill("36")
    press(full, "Submit")
    expect(full.get_by_label("output 0")).to_have_value("Émile & co is 36")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    press(full, "Share via Link")
    expect(full.get_by_role("button", name="Link Copied!")).to_be_visible()
    shared = visitor.open(page.evaluate("window.copied"))
    expect(shared.get_by_label("Name")).to_have_value("Émile & co")
    expect(shared.get_by_label("Age")).to_have_value("36")


def test_words_are_remembered_until_a_reload(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("word_history"))
    for word, so_far in (("apple", "apple"), ("pear", "apple, pear")):
        page.get_by_label("Word", exact=True).fill(word)
        page.get_by_role("button", name="Submit").click()
        expect(page.get_by_label("Words so far")).to_have_value(so_far)
    reload(page)
    expect(page.get_by_label("Words so far")).to_have_value("")
    page.get_by_role("button", name="cherry").click()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_label("Words so far")).to_have_value("cherry")


def test_hangman_keeps_its_word_until_a_reload(sites: Sites, visitor: Visitor) -> None:
    page = visitor.open(sites.site("hangman"))
    # No word has any of these.
    for number, letter in enumerate("qxzz", 1):
        page.get_by_label("Letter").fill(letter)
        page.get_by_role("button", name="Guess").click()
        expect(page.get_by_label("Verdict")).to_have_value(f"{8 - min(number, 3)} misses left.")
    page.get_by_label("Letter").fill("e")
    page.get_by_label("Letter").press("Enter")
    expect(page.get_by_label("Letter")).to_have_value("e")
    expect(page.get_by_label("Misses")).to_have_value(re.compile("^q x z"))
    page.reload(wait_until="commit")
    wait_for_state(page)
    expect(page.get_by_label("Misses")).to_have_value("")
    page.get_by_label("Letter").fill("q")
    page.get_by_role("button", name="Guess").click()
    expect(page.get_by_label("Misses")).to_have_value("q")
