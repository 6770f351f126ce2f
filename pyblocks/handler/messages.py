"""What a handler tells the visitor: ``gr.Error``, ``gr.Warning``, ``gr.Info``, ``gr.Success``."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from ..wire.protocol import ToastMessage
from .running import current_run

#: Most frames of a traceback that are looked at: an endless recursion may have millions.
_MAX_FRAMES = 2000

_PACKAGE = str(Path(__file__).parent.parent)


class Error(Exception):
    """Raised by a handler, it stops the event and shows the visitor a message (Gradio's ``gr.Error``).

    Parameters:
        message: what is wrong; HTML is allowed and sanitised.
        duration: seconds until the message goes away; None or 0 keeps it until it is closed.
        visible: False shows nothing to the visitor.
        title: the message's heading.
        print_exception: whether the traceback is printed in the console too.
    """

    def __init__(
        self,
        message: str = "Error raised.",
        duration: float | None = 10,
        visible: bool = True,
        title: str = "Error",
        print_exception: bool = True,
    ) -> None:
        self.message = str(message)
        self.duration = duration
        self.visible = visible
        self.title = title
        self.print_exception = print_exception
        super().__init__(self.message)


def Warning(  # noqa: N802 - Gradio's name
    message: str = "Warning issued.", duration: float | None = 10, visible: bool = True, title: str = "Warning"
) -> None:
    """Show the visitor a warning; the handler goes on (Gradio's ``gr.Warning``). Parameters as for :class:`Error`."""
    _show({"type": "toast", "level": "warning", "title": title, "message": message, "duration": duration}, visible)


def Info(  # noqa: N802 - Gradio's name
    message: str = "Info issued.", duration: float | None = 10, visible: bool = True, title: str = "Info"
) -> None:
    """Show the visitor a note; the handler goes on (Gradio's ``gr.Info``). Parameters as for :class:`Error`."""
    _show({"type": "toast", "level": "info", "title": title, "message": message, "duration": duration}, visible)


def Success(  # noqa: N802 - Gradio's name
    message: str = "Success.", duration: float | None = 10, visible: bool = True, title: str = "Success"
) -> None:
    """Tell the visitor that something worked (Gradio's ``gr.Success``). Parameters as for :class:`Error`."""
    _show({"type": "toast", "level": "success", "title": title, "message": message, "duration": duration}, visible)


def _show(toast: ToastMessage, visible: bool) -> None:
    """Send ``toast`` to the page of the running event; outside of any, there is only the console."""
    if not visible:
        return
    run = current_run.get()
    if run is None:
        print(f"{toast['title']}: {toast['message']}", file=sys.stderr)
    else:
        run.send(toast)


def tell_error(send: Callable[[ToastMessage], None], error: BaseException) -> None:
    """Tell the visitor, and the console, what an app's code raised."""
    if not isinstance(error, Error) or error.print_exception:
        print(app_traceback(error), file=sys.stderr)
    toast = error_toast(error)
    if toast is None:
        return
    try:
        send(toast)
    except (TypeError, ValueError) as problem:  # a gr.Error whose duration or title is none
        message = f"{toast['message']} (gr.Error: {error_text(problem)})"
        send({"type": "toast", "level": "error", "title": "Error", "message": message, "duration": 10})


def error_toast(error: BaseException) -> ToastMessage | None:
    """The message for an exception that a handler raised; None if the visitor should not see it."""
    if not isinstance(error, Error):
        message = error_text(error)
        return {
            "type": "toast",
            "level": "error",
            "title": "Error",
            "message": message,
            "duration": 10,
            "details": app_traceback(error),
        }
    if not error.visible:
        return None
    return {
        "type": "toast",
        "level": "error",
        "title": error.title,
        "message": error.message,
        "duration": error.duration or None,
    }


def error_text(error: BaseException) -> str:
    """What an exception says; its class, where it says nothing."""
    try:
        return str(error) or type(error).__name__
    except Exception:  # of the app's own class; tracebacks say it like this
        return f"{type(error).__name__}: <exception str() failed>"


def app_traceback(error: BaseException) -> str:
    """The traceback of ``error`` without PyBlocks' own frames, so that it begins in the app."""
    shown = traceback.TracebackException.from_exception(error, limit=-_MAX_FRAMES)
    frames = [frame for frame in shown.stack if not frame.filename.startswith(_PACKAGE)]
    shown.stack = traceback.StackSummary.from_list(frames or list(shown.stack))
    return "".join(shown.format())
