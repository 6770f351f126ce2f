"""How long it takes to see whether a State has changed: its fingerprint against a deep copy and ``==``.

Both sides run in one go on one machine: ``python3 tests/bench/change.py [LARGEST]``. The figures of interest are the
ratios, and how each column grows with the number of elements. NumPy is measured where it is installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from pyblocks.session.change import fingerprint

Make = Callable[[int], Any]
SMALLEST = 100
LEAST_TIME = 0.2
LEAST_CALLS = 3


def nested(size: int) -> Any:
    """Rows of ten."""
    return [list(range(row, row + 10)) for row in range(0, size, 10)]


def records(size: int) -> Any:
    """Rows of a table, as dicts of five."""
    return [{"id": row, "name": f"row {row}", "x": 0.5, "ok": True, "note": None} for row in range(size // 5)]


VALUES: dict[str, Make] = {
    "list of ints": lambda size: list(range(size)),
    "list of strings": lambda size: [f"item {n}" for n in range(size)],
    "dict": lambda size: {f"key {n}": n for n in range(size)},
    "nested lists": nested,
    "list of dicts": records,
}
try:
    import numpy
except ImportError:
    print("NumPy is not installed: no figures for arrays.")
else:
    VALUES["NumPy array"] = lambda size: numpy.arange(size, dtype=float)


def sizes(largest: int) -> Iterator[int]:
    """100, 1000 … up to ``largest``."""
    size = SMALLEST
    while size <= largest:
        yield size
        size *= 10


def seconds(action: Callable[[], object]) -> float:
    """The time of one call: the best of several."""
    times: list[float] = []
    while sum(times) < LEAST_TIME or len(times) < LEAST_CALLS:
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


def copy_and_compare(value: Any, copy: Any) -> None:
    """The naive way: keep a copy when the value is written, compare it the next time."""
    deepcopy(value)
    same = value == copy
    assert same if isinstance(same, bool) else same.all()


def main() -> None:
    """Print the table."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"{'value':18}{'elements':>10}{'fingerprint':>14}{'copy and ==':>14}{'ratio':>8}")
    for name, make in VALUES.items():
        for size in sizes(largest):
            value = make(size)
            copy = deepcopy(value)
            ours = seconds(lambda value=value: fingerprint(value))  # type: ignore[misc]
            naive = seconds(lambda value=value, copy=copy: copy_and_compare(value, copy))  # type: ignore[misc]
            print(f"{name:18}{size:>10}{ours * 1e3:>11.3f} ms{naive * 1e3:>11.3f} ms{naive / ours:>7.1f}x")


if __name__ == "__main__":
    main()
