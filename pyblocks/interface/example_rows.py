"""The rows of ``gr.Examples``: as a list, as a list of lists, or as a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..components.base import Component
from .csv_cell import unguarded

LOG_FILE = "log.csv"


def example_rows(examples: Any, inputs: Sequence[Component]) -> list[list[Any]]:
    """The examples as rows with a value for each input; what a row lacks at its end is None.

    Raises:
        TypeError, ValueError: they are something else, or a row has more values than there are inputs.
        FileNotFoundError: they are a folder that is not there.
    """
    if isinstance(examples, (str, Path)):
        rows = _folder_rows(Path(examples), inputs)
    elif isinstance(examples, (list, tuple)):
        rows = [list(row) for row in examples] if _is_nested(examples, inputs) else [[value] for value in examples]
    else:
        raise TypeError(f"examples is a list or the name of a folder, not {type(examples).__name__}: {examples!r}.")
    for number, row in enumerate(rows):
        if len(row) > len(inputs):
            raise ValueError(f"Example {number} has {len(row)} values for {len(inputs)} inputs: {row!r}.")
    return [row + [None] * (len(inputs) - len(row)) for row in rows]


def _is_nested(examples: Sequence[Any], inputs: Sequence[Component]) -> bool:
    """Whether each example is a row. For one input, a plain list of values will do."""
    if all(isinstance(row, (list, tuple)) for row in examples):
        return True
    if len(inputs) > 1:
        raise ValueError(f"With {len(inputs)} inputs, each example is a list of values: [[1, 2], [3, 4]].")
    return False


def _folder_rows(folder: Path, inputs: Sequence[Component]) -> list[list[Any]]:
    if not folder.is_dir():
        raise FileNotFoundError(f"examples={str(folder)!r}: there is no such folder beside the app.")
    log = folder / LOG_FILE
    if log.exists():
        return _log_rows(log, inputs)
    if len(inputs) > 1:
        raise ValueError(f"examples={str(folder)!r}: for more than one input, the folder needs a {LOG_FILE}.")
    return [[str(path)] for path in sorted(folder.iterdir()) if path.is_file()]


def _log_rows(log: Path, inputs: Sequence[Component]) -> list[list[Any]]:
    """A row of the file for each example, after the headers; flags and times after the inputs don't count."""
    import csv  # most apps have no such file

    with log.open(encoding="utf-8-sig", newline="") as file:
        lines = [map(unguarded, line) for line in list(csv.reader(file))[1:]]
    return [[component.read_from_flag(cell) for component, cell in zip(inputs, line, strict=False)] for line in lines]
