"""The way of every message to one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from .protocol import ToPage


class Waiting(Protocol):
    """Something that keeps what the page needn't have yet."""

    def flush(self) -> None:
        """Send it now; raises nothing."""
        ...


class Outbox:
    """Sends messages, and before each of them what waits, so that the page hears everything in order.

    Parameters:
        post: sends a message to the page.

    Attributes:
        waiting: what has something to send, in order.
    """

    def __init__(self, post: Callable[[ToPage], None]) -> None:
        self.post = post
        self.waiting: dict[Waiting, None] = {}

    def send(self, message: ToPage) -> None:
        """Send what waits, then ``message``."""
        self.flush()
        self.post(message)

    def flush(self) -> None:
        """Send what waits."""
        while self.waiting:
            next(iter(self.waiting)).flush()
