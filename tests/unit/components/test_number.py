"""Number: rounding, bounds, and what counts as a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

import pyblocks as gr


@pytest.mark.parametrize(
    ("precision", "rounded"),
    [(None, [1, 1.256, 2.5, -2.5]), (0, [1, 1, 2, -2]), (1, [1, 1.3, 2.5, -2.5]), (-1, [0, 0, 0, 0])],
)
def test_rounds_both_ways(precision: int | None, rounded: list[float]) -> None:
    number = gr.Number(precision=precision)
    values = [1, 1.256, 2.5, -2.5]
    assert [number.preprocess(value) for value in values] == rounded
    assert [number.postprocess(value) for value in values] == rounded


def test_precision_zero_gives_int() -> None:
    assert isinstance(gr.Number(precision=0).preprocess(2.7), int)


def test_empty_box_is_none() -> None:
    assert gr.Number(precision=1, minimum=3).preprocess(None) is None
    assert gr.Number(precision=1).postprocess(None) is None
    assert gr.Number(precision=1).postprocess("") is None


@pytest.mark.parametrize(
    ("value", "message"), [(0, "0 is less than minimum value 1"), (9, "9 is greater than maximum value 5")]
)
def test_value_out_of_bounds_is_an_error_for_the_visitor(value: int, message: str) -> None:
    with pytest.raises(gr.Error, match=message):
        gr.Number(minimum=1, maximum=5).preprocess(value)


def test_handler_may_return_a_value_out_of_bounds() -> None:
    assert gr.Number(minimum=1, maximum=5).postprocess(9) == 9


@pytest.mark.parametrize(
    ("returned", "shown"), [("3", 3), ("3.5", 3.5), (True, 1), (Decimal("0.5"), 0.5), (3.0, 3), (1e300, 1e300)]
)
def test_page_gets_a_plain_number_as_javascript_writes_it(returned: object, shown: float) -> None:
    got = gr.Number().postprocess(returned)
    assert got == shown
    assert type(got) is type(shown)


def test_text_stays_text_unless_it_is_to_be_rounded() -> None:
    assert gr.Number("Counting...").initial_payload() == "Counting..."  # type: ignore[arg-type]
    assert gr.Number().preprocess("Counting...") == "Counting..."
    with pytest.raises(ValueError, match="A number is expected, not the text 'three'"):
        gr.Number(precision=2).postprocess("three")


def test_a_number_without_a_value_starts_at_zero() -> None:
    assert gr.Number().initial_payload() == 0
    assert gr.Number().postprocess(None) is None


def test_what_is_not_a_number_is_named() -> None:
    with pytest.raises(TypeError, match=r"A number is expected, not list: \[3\]"):
        gr.Number().postprocess([3])


def test_updates_change_bounds_and_rounding() -> None:
    number = gr.Number()
    number.set_props({"maximum": 3, "precision": 0})
    assert number.preprocess(2.6) == 3
    with pytest.raises(gr.Error):
        number.preprocess(4)
