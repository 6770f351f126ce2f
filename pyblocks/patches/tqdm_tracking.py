"""``gr.Progress(track_tqdm=True)``: bars of the ``tqdm`` library, shown in the page."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ..handler.progress import Progress, current_progress


def track_tqdm() -> None:
    """Let the bars of handlers that track them tell the page how far they are, instead of the console.

    Without the library there are no bars to track.
    """
    if find_spec("tqdm") is None:
        return
    bar = import_module("tqdm").tqdm
    bar.monitor_interval = 0  # its watching needs a thread
    if not hasattr(bar, "pyblocks_display"):
        bar.pyblocks_display, bar.pyblocks_close = bar.display, bar.close
        bar.display, bar.close = _display, _close


def _display(self: Any, msg: str | None = None, pos: int | None = None) -> Any:
    """``tqdm`` calls this whenever a bar should be drawn again, which it limits itself."""
    progress = _tracking()
    if progress is None:
        return self.pyblocks_display(msg, pos)
    if msg is None:  # a text is the line that it leaves behind
        progress.show_bar(self, self.n, self.total, self.desc.removesuffix(": ") or None, self.unit)
    return True


def _close(self: Any) -> None:
    progress = _tracking()
    if progress is not None:
        progress.close(self)
        self.leave = False  # there is no line in the console to leave
    self.pyblocks_close()


def _tracking() -> Progress | None:
    """The ``gr.Progress(track_tqdm=True)`` of the function that is running."""
    progress = current_progress.get()
    return progress if progress is not None and progress.track_tqdm else None
