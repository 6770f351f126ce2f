"""``gr.Progress``: how far a handler is, for the visitor to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

from ..wire.protocol import ProgressStep
from .running import current_run

T = TypeVar("T")

#: The ``gr.Progress`` that the running handler asked for.
current_progress: ContextVar[Progress | None] = ContextVar("current_progress", default=None)


class Progress:
    """Shows over a listener's outputs how far its function is (Gradio's ``Progress``).

    A parameter whose default is ``gr.Progress()`` gets one: ``def f(text, progress=gr.Progress()):``. Outside of a
    handler it does nothing.

    Parameters:
        track_tqdm: whether to show the progress of the ``tqdm`` library's bars in the function too.
    """

    def __init__(self, track_tqdm: bool = False) -> None:
        self.track_tqdm = track_tqdm
        self.iterables: list[TrackedIterable[Any]] = []
        self._step: ProgressStep | None = None

    def __call__(
        self,
        progress: float | tuple[float, float | None] | None,
        desc: str | None = None,
        total: float | None = None,
        unit: str = "steps",
        _tqdm: Any = None,
    ) -> Any:
        """Say how far the function is.

        Parameters:
            progress: from 0 to 1; or ``(steps done, steps in all)``, where the last is None if nobody knows; None for
                no bar.
            desc: what is being done.
            total: all steps, where ``progress`` doesn't say.
            unit: what is counted.
        """
        index, length, level = (*progress, None) if isinstance(progress, tuple) else (None, total, progress)
        self._step = {"index": index, "length": length, "unit": unit, "progress": level, "desc": desc}
        self.show()
        return progress

    def tqdm(
        self,
        iterable: Iterable[T] | None,
        desc: str | None = None,
        total: float | None = None,
        unit: str = "steps",
        _tqdm: Any = None,
    ) -> TrackedIterable[T]:
        """Show how far the loop over ``iterable`` is; one inside of another is shown after it.

        Parameters:
            iterable: what to loop over; None to count with :meth:`update`.
            desc: what is being done.
            total: the number of steps, where ``len(iterable)`` doesn't say.
            unit: what is counted.
        """
        length = len(iterable) if isinstance(iterable, Sized) else total
        tracked = TrackedIterable(self, () if iterable is None else iterable, length, desc, unit, _tqdm)
        if iterable is None:
            self.iterables.append(tracked)
            self.show_loops()
        return tracked

    def update(self, n: float = 1) -> None:
        """Count ``n`` more steps of the innermost loop."""
        if self.iterables:
            self.iterables[-1].update(n)

    def show_bar(self, tqdm: Any, index: float, length: float | None, desc: str | None, unit: str) -> None:
        """Show how far a bar of the ``tqdm`` library is."""
        tracked = next((each for each in self.iterables if each.tqdm is tqdm), None)
        if tracked is None:
            tracked = TrackedIterable(self, (), length, desc, unit, tqdm)
            self.iterables.append(tracked)
        tracked.index, tracked.length, tracked.desc = index, length, desc
        self.show_loops()

    def close(self, _tqdm: Any) -> None:
        """Show the loop of that ``tqdm`` bar no more."""
        self.iterables = [each for each in self.iterables if each.tqdm is not _tqdm]
        self.show_loops()

    def __len__(self) -> int:
        return int(self.iterables[-1].length or 0) if self.iterables else 0

    def __bool__(self) -> bool:
        return True

    def show(self) -> None:
        """Let the page know."""
        run = current_run.get()
        if run is not None and run.report is not None:
            run.report.show(self)

    def show_loops(self) -> None:
        """Let the page know of the loops; what the call said last is out of date then."""
        self._step = None
        self.show()

    def steps(self) -> list[ProgressStep]:
        """How far it is: the loops from the outermost inwards, then what the call said last."""
        own = [] if self._step is None else [self._step]
        return [*(each.step() for each in self.iterables), *own]


class TrackedIterable(Generic[T]):
    """What :meth:`Progress.tqdm` gives: the same items, counted.

    Parameters:
        owner: whose loop this is.
        items: what to loop over.
        length, desc, unit: as in :meth:`Progress.tqdm`.
        tqdm: the ``tqdm`` bar that it stands for.
    """

    def __init__(
        self, owner: Progress, items: Iterable[T], length: float | None, desc: str | None, unit: str, tqdm: Any = None
    ) -> None:
        self.index: float = 0
        self.length = length
        self.desc = desc
        self.unit = unit
        self.tqdm = tqdm
        self._owner = owner
        self._items = items

    def __iter__(self) -> Iterator[T]:
        loops = self._owner.iterables
        loops.append(self)
        try:
            self._owner.show_loops()
            for item in self._items:
                yield item
                self.update()
        finally:
            self._owner.iterables[:] = [each for each in self._owner.iterables if each is not self]

    def __len__(self) -> int:
        return int(self.length or 0)

    def update(self, n: float = 1) -> None:
        """Count ``n`` more steps."""
        self.index += n
        self._owner.show_loops()

    def step(self) -> ProgressStep:
        """How far the loop is."""
        return {"index": self.index, "length": self.length, "unit": self.unit, "progress": None, "desc": self.desc}
