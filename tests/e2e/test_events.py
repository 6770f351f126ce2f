"""Listeners: kinds of functions, of inputs and of outputs, chains, page load, what is injected."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, reload
from e2e.watch import Watch

APP = "events.py"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def watch_values(page: Page, label: str) -> None:
    """Note every value that the visitor gets to see in a box."""
    field(page, label).evaluate(
        """box => {
            window.shown = [];
            const look = () => { if (box.value !== window.shown.at(-1)) window.shown.push(box.value); };
            const step = () => { look(); window.looking = requestAnimationFrame(step); };
            cancelAnimationFrame(window.looking);
            step();
        }"""
    )


def test_what_runs_when_the_page_loads(page: Page) -> None:
    expect(field(page, "Loaded")).to_have_value("loaded")
    expect(field(page, "Called")).to_have_value("from a function")
    expect(field(page, "Total")).to_have_value("total 5")
    expect(field(page, "Query")).to_have_value("nobody")


def test_an_async_function(page: Page) -> None:
    press(page, "Async")
    expect(field(page, "Result")).to_have_value("4")


@pytest.mark.parametrize(("name", "last"), [("Generator", "step"), ("Async generator", "async step")])
def test_every_result_of_a_generator_is_seen(page: Page, name: str, last: str) -> None:
    watch_values(page, "Result")
    press(page, name)
    expect(field(page, "Result")).to_have_value(f"{last} 2")
    assert page.evaluate("window.shown.slice(-3)") == [f"{last} {i}" for i in range(3)]


def test_a_set_of_inputs_comes_as_one_dictionary(page: Page) -> None:
    press(page, "Set")
    expect(field(page, "Result")).to_have_value("2 and 3")


def test_a_dictionary_names_the_outputs_that_change(page: Page) -> None:
    press(page, "Async")
    expect(field(page, "Result")).to_have_value("4")
    press(page, "Dict")
    expect(field(page, "Extra")).to_have_value("only extra")
    expect(field(page, "Result")).to_have_value("4")


def test_skip_leaves_an_output_as_it_is(page: Page) -> None:
    press(page, "Async")
    expect(field(page, "Result")).to_have_value("4")
    press(page, "Skip")
    expect(field(page, "Extra")).to_have_value("skipped the first")
    expect(field(page, "Result")).to_have_value("4")


def test_then_and_success_follow(page: Page) -> None:
    press(page, "Chain")
    expect(field(page, "Result")).to_have_value("one two three")


def test_failure_and_then_follow_a_function_that_raises(page: Page, watch: Watch) -> None:
    watch.expect("ValueError: this step fails")
    press(page, "Failing chain")
    expect(field(page, "Result")).to_have_value("after failure")
    expect(field(page, "Extra")).to_have_value("in any case")
    expect(page.get_by_role("alert")).to_contain_text("this step fails")
    page.get_by_role("alert").get_by_role("button", name="Close").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_on_without_triggers_follows_every_input(page: Page) -> None:
    field(page, "First").fill("10")
    expect(field(page, "Total")).to_have_value("total 13")
    field(page, "Other").fill("5")
    expect(field(page, "Total")).to_have_value("total 15")
    field(page, "First").fill("2")
    field(page, "Other").fill("3")


def test_change_runs_only_when_the_value_differs(page: Page) -> None:
    press(page, "Chain")
    expect(field(page, "Result")).to_have_value("one two three")
    press(page, "Async")
    expect(field(page, "Result")).to_have_value("4")
    before = field(page, "Changes").input_value()
    press(page, "Async")
    press(page, "Quick")
    expect(field(page, "Extra")).to_have_value("quick")
    expect(field(page, "Changes")).to_have_value(before)
    press(page, "Set")
    expect(field(page, "Changes")).to_have_value(f"{int(before.split()[0]) + 1} changes")


def test_a_state_changed_in_place_triggers_change(page: Page) -> None:
    press(page, "Mutate state")
    expect(field(page, "Extra")).to_have_value("state is 1")
    press(page, "Mutate state")
    expect(field(page, "Extra")).to_have_value("state is 2")


def test_a_function_that_sleeps_does_not_freeze_the_page(page: Page) -> None:
    press(page, "Sleep")
    press(page, "Quick")
    expect(field(page, "Extra")).to_have_value("quick")
    assert field(page, "Result").input_value() != "slept"
    expect(field(page, "Result")).to_have_value("slept")


def test_a_function_that_was_quick_and_sleeps_now_lets_others_run(page: Page) -> None:
    press(page, "Nap")
    expect(field(page, "Result")).to_have_value("woke")
    press(page, "Quick")  # new functions wait for a paint; this one no longer
    press(page, "Dict")
    expect(field(page, "Extra")).to_have_value("only extra")
    press(page, "Set")
    expect(field(page, "Result")).not_to_have_value("woke")
    press(page, "Nap")
    press(page, "Quick")
    expect(field(page, "Extra")).to_have_value("quick")
    assert field(page, "Result").input_value() != "woke"
    expect(field(page, "Result")).to_have_value("woke")


def test_a_request_tells_the_session_and_the_query(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.site(APP) + "?name=Ada")
    expect(field(page, "Query")).to_have_value("Ada")

    def session() -> str:
        press(page, "Who")
        expect(field(page, "Session")).not_to_have_value("")
        return field(page, "Session").input_value()

    first = session()
    assert session() == first
    reload(page)
    assert session() != first
