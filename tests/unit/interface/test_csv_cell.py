"""Cells that a spreadsheet would take for a formula."""

from __future__ import annotations

import pytest

from pyblocks.interface.csv_cell import guarded, unguarded


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("https://evil.test","x")', "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1"]
)
def test_a_formula_is_text(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "a", "a=1", "-5", "+1.5e3", "'quoted", "'", "1"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text
