"""``gr.BrowserState``."""

from __future__ import annotations

from typing import Any, Final

from ..tree.spellings import DEFAULT_VALUE
from ..wire.json_value import json_text, json_value
from .state import State


class BrowserState(State):
    """A value that the visitor's browser keeps, also when it is closed (Gradio's ``BrowserState``): any JSON.

    Parameters:
        default_value: what it is where the browser has kept nothing.
        storage_key: what it is kept under; if None, one from the app's address and its place in the app, so that it
            is found again after the app is published anew.
        secret: encrypts what is kept (AES-GCM). It hides it from other pages of the same origin that don't know the
            secret, not from the visitor, who has the app's source.
        sync: whether a value that is written in one tab of the browser arrives in the others at once. PyBlocks' own.

    Raises:
        TypeError, ValueError: ``default_value`` is not JSON.
    """

    block_name = "browserstate"

    #: What a handler returns to make the browser forget the value; the default applies again.
    UNSET: Final = object()

    older_spellings = DEFAULT_VALUE

    def __init__(
        self,
        default_value: Any = None,
        *,
        storage_key: str | None = None,
        secret: str | None = None,
        render: bool = True,
        sync: bool = True,
    ) -> None:
        try:
            self.default_json = json_text(default_value)
        except (TypeError, ValueError) as error:
            raise type(error)(f"The default_value of gr.BrowserState can't be kept: {error}") from error
        self.default_value = default_value
        self.storage_key = storage_key
        self.secret = secret
        self.sync = sync
        super().__init__(default_value, render=render)
        if "default_value" in self.passed:  # a handler that returns gr.BrowserState(5) sets the value
            self.passed["value"] = self.passed.pop("default_value")

    def initial_value(self) -> Any:
        """What it is where the browser has kept nothing: as JSON has it, an object of its own."""
        return json_value(self.default_json)
