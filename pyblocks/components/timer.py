"""``gr.Timer``."""

from __future__ import annotations

from typing import Any

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from .base import Component


class Timer(Component):
    """Ticks at regular intervals, and shows nothing (Gradio's ``Timer``). A handler gets and returns the interval.

    A tick while a listener of the one before still runs is left out. ``gr.Timer(active=False)``, returned by a handler,
    stops it; a new value starts a new interval. It ticks while it is in the page: one in a Tab that was never
    selected, or in a Column that is not visible, does not.

    Parameters:
        value: seconds from tick to tick; None for no ticks.
        active: whether it ticks.

    Raises:
        ValueError: the interval is below 0.
    """

    block_name = "timer"
    breaks_grouping = False
    tick = Event(show_progress="hidden")

    def __init__(self, value: float = 1, *, active: bool = True, render: bool = True) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> float | None:
        """The interval, or None."""
        seconds = checks.number(payload)
        if seconds is not None and seconds < 0:
            raise checks.refusal("seconds, 0 or more", payload)
        return seconds

    def postprocess(self, value: float | None) -> float | None:
        """The interval."""
        if value is not None and not value >= 0:
            raise ValueError(f"gr.Timer({value!r}): the interval is a number of seconds, 0 or more.")
        return value
