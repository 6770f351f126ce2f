"""What is wrong with an input or a machine, in words for the person who can put it right."""

from __future__ import annotations


class BuildError(Exception):
    """Something in the input or on the machine that a person can put right.

    ``message`` is one line: what is wrong, where, what to do. ``details`` are lines to show below it, such as the line
    of the app with a caret, or the end of another program's output.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.details = details
