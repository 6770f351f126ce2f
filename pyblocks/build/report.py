"""Progress on the terminal: what is being done, what came out, how long it took."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


def size(count: int) -> str:
    """A number of bytes for people: ``873 B``, ``12.3 kB``, ``9.6 MB``."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


class Step:
    """One thing that is being done; set ``result`` to say what came out of it."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.result = ""
        self._start = time.monotonic()

    def outcome(self) -> str:
        """What came out so far, and how long it has taken."""
        seconds = f"{time.monotonic() - self._start:.1f} s"
        return f"{self.result}, {seconds}" if self.result else seconds


class Report:
    """Writes one line per step: on a terminal a line that lives while the step lasts, elsewhere plain lines."""

    def __init__(self, stream: TextIO, warnings: TextIO | None = None) -> None:
        self._stream = stream
        self._warnings = warnings or stream
        self._live = stream.isatty() and os.environ.get("TERM") != "dumb"
        self._width = 0

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Report what the ``with`` block does."""
        step = Step(title)
        with self._live_line(step) if self._live else self._plain_line(step):
            try:
                yield step
            except BaseException:
                step.result = "stopped"
                raise

    def say(self, text: str) -> None:
        """Write one line."""
        self._write(f"{_plain(text)}\n")

    def warn(self, text: str) -> None:
        """Write one line where errors go."""
        self._warnings.write(f"{_plain(text)}\n")
        self._warnings.flush()

    @contextmanager
    def _plain_line(self, step: Step) -> Iterator[None]:
        self._write(f"{step.title} ... ")
        try:
            yield
        finally:
            self._write(f"{step.outcome()}\n")

    @contextmanager
    def _live_line(self, step: Step) -> Iterator[None]:
        done = threading.Event()

        def tick() -> None:
            self._redraw(step)
            while not done.wait(0.1):
                self._redraw(step)

        ticker = threading.Thread(target=tick, daemon=True)
        ticker.start()
        try:
            yield
        finally:
            done.set()
            ticker.join()
            self._redraw(step)
            self._write("\n")
            self._width = 0

    def _redraw(self, step: Step) -> None:
        line = f"{step.title} ... {step.outcome()}"[: shutil.get_terminal_size().columns - 1]
        self._write("\r" + line.ljust(self._width))
        self._width = len(line)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _plain(text: str) -> str:
    """Names of files and what apps say can't steer the terminal."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
