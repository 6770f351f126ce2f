"""An app with one BrowserState, for tests of what the browser stores."""

from __future__ import annotations

from typing import Any

import pyblocks as gr
from fake_page import FakePage, settle


class StoredApp:
    """An app with one BrowserState, a button that sets it to ``next``, and what its ``change`` listener has seen."""

    def __init__(self, default: Any = None, **options: Any) -> None:
        self.next: Any = None
        self.seen: list[Any] = []
        with gr.Blocks() as self.demo:
            self.state = gr.BrowserState(default, storage_key="k", **options)
            self.button = gr.Button()
            self.button.click(lambda: self.next, None, self.state).failure(lambda: self.failures.append(1))
            self.state.change(self.seen.append, self.state)
        self.failures: list[int] = []

    async def set(self, page: FakePage, value: Any) -> None:
        self.next = value
        page.emit(self.button, "click")
        await settle()

    def read(self, page: FakePage) -> Any:
        """What a handler would get."""
        return page.session.slot(self.state).argument(None, True)
