"""What importing a module leaves behind, beside the module."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

_MOST_OPEN = 256


class Traces:
    """Looks for what modules did in a ``with`` block that isn't in Python's memory, and so is gone in the page.

    Parameters:
        folders: where to look for files.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self.found = ""
        """What they did, to follow "importing this"; empty if they did nothing."""

    def __enter__(self) -> Traces:
        self._files = set(self._all_files())
        self._open = set(_open_files())
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if new := set(self._all_files()) - self._files:
            self.found = f"makes {min(new)}, which isn't there in the page: make it in a function, or in the app's file"
        elif set(_open_files()) - self._open:
            self.found = "leaves a file open, which can't stay open: read it, and close it"

    def _all_files(self) -> Iterator[str]:
        for top in self._folders:
            yield from map(str, top.rglob("*"))


def _open_files() -> Iterator[int]:
    for number in range(_MOST_OPEN):
        with suppress(OSError):
            os.fstat(number)
            yield number


@contextmanager
def noting_chance(generators: WeakSet[random.Random]) -> Iterator[None]:
    """Keep ``generators`` those whose numbers nobody can know: the ones that modules seed themselves are to stay so.

    Parameters:
        generators: with the one of the module ``random`` in it, if that is such a one.
    """
    seed, seed_shared = random.Random.seed, random.seed
    changed: Any = random.Random

    def note(self: random.Random, a: Any = None, version: int = 2) -> None:
        (generators.add if a is None else generators.discard)(self)
        seed(self, a, version)

    changed.seed = note
    vars(random)["seed"] = note.__get__(seed_shared.__self__)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        changed.seed = seed
        vars(random)["seed"] = seed_shared
