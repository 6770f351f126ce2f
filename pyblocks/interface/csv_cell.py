"""Cells of CSV files that visitors download: no spreadsheet takes what somebody entered for a formula."""

from __future__ import annotations

from contextlib import suppress

#: What a formula begins with; spreadsheets take the wide forms for the plain ones, and skip white space before them.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")  # noqa: RUF001


def guarded(text: str) -> str:
    """``text`` as a cell that is shown as it is: with an apostrophe before what would be a formula, as in Gradio."""
    if text.startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def unguarded(cell: str) -> str:
    """What :func:`guarded` was given."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _is_number(text: str) -> bool:
    with suppress(ValueError):
        float(text)
        return True
    return False
