"""Slider: the first value, the step, random starts."""

from __future__ import annotations

import pytest

import pyblocks as gr


@pytest.mark.parametrize(
    ("minimum", "maximum", "step"),
    [(0, 100, 1), (0, 1, 0.01), (0, 10, 0.1), (0, 50, 0.1), (0, 1000, 10), (0, 0.5, 0.001), (-3, 3, 0.01)],
)
def test_step_follows_the_range(minimum: float, maximum: float, step: float) -> None:
    assert gr.Slider(minimum, maximum).page_props()["step"] == pytest.approx(step)


def test_step_as_given() -> None:
    assert gr.Slider(0, 10, step=0.5).page_props()["step"] == 0.5


def test_starts_at_the_minimum() -> None:
    assert gr.Slider(2, 10).page_props()["value"] == 2
    assert gr.Slider(2, 10, 4).page_props()["value"] == 4


def test_random_start_is_another_value_of_the_slider_at_each_page_load() -> None:
    with gr.Blocks() as demo:
        gr.Slider(2, 10, 3, step=0.25, randomize=True)
    starts = [demo.dependencies[0]() for _ in range(200)]
    assert all(2 <= start <= 10 and start % 0.25 == 0 for start in starts)
    assert len(set(starts)) > 10


def test_random_start_is_not_called_off_by_floating_point() -> None:
    slider = gr.Slider(0, 1, step=0.1, randomize=True)
    assert {slider.random_value() for _ in range(300)} == {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}


def test_value_out_of_bounds_is_an_error_for_the_visitor() -> None:
    with pytest.raises(gr.Error, match="Value 11 is greater than maximum value 10"):
        gr.Slider(0, 10).preprocess(11)


def test_precision_rounds() -> None:
    assert gr.Slider(0, 10, precision=0).preprocess(2.7) == 3
    assert gr.Slider(0, 10, precision=1).postprocess(2.74) == 2.7


def test_ends_in_the_wrong_order_are_refused_in_an_app_but_not_in_an_update() -> None:
    assert gr.Slider(minimum=200).passed == {"minimum": 200}
    with gr.Blocks(), pytest.raises(ValueError, match="minimum 200 must be less than maximum 100"):
        gr.Slider(minimum=200)


def test_reset_button_is_there_unless_left_out() -> None:
    assert gr.Slider().page_props()["buttons"] == ["reset"]
    assert gr.Slider(buttons=[]).page_props()["buttons"] == []
