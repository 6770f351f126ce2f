"""The way between the engine and one page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ..handler.messages import tell_error
from ..wire.outbox import Outbox
from ..wire.protocol import ToPage


@dataclass(frozen=True)
class Channel:
    """What the engine can do with its page.

    Parameters:
        outbox: sends messages, in order.
        paint: returns once the page has painted what it was sent.
        pause: lets the page paint in the middle of a plain function, where Python can be suspended; does nothing else.
    """

    outbox: Outbox
    paint: Callable[[], Awaitable[None]]
    pause: Callable[[], None]

    def send(self, message: ToPage) -> None:
        """Send a message to the page, after all that waits to be sent."""
        self.outbox.send(message)

    def report(self, error: BaseException) -> None:
        """Tell the visitor, and the console, what an app's code raised."""
        tell_error(self.outbox.send, error)
