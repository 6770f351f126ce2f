"""A person at a browser who looks at one app after another."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from e2e.watch import Watch

START_LIMIT = 60_000


class Visitor:
    """Opens apps in a browser context of its own, and watches for what goes wrong in them."""

    def __init__(self, browser: Browser, origin: str, **options: Any) -> None:
        if browser.browser_type.name == "chromium":
            options.setdefault("permissions", ["clipboard-write"])  # a page in a window has it; in the shell none has
        self.context = browser.new_context(**options)
        self.watch = Watch(self.context, origin)

    def open(self, address: str, state: str = "ready") -> Page:
        """Open an app and wait until it is ``ready``, or in ``error``."""
        page = self.begin(address)
        wait_for_state(page, state)
        return page

    def begin(self, address: str) -> Page:
        """Open an app and don't wait."""
        if address.startswith("file:"):
            self.context.set_offline(True)
        page = self.context.new_page()
        page.goto(address, wait_until="commit")
        return page

    def close(self) -> None:
        """Leave all pages."""
        self.context.close()


def wait_for_state(page: Page, state: str = "ready") -> None:
    """Wait until the page is ``ready`` or in ``error``; the test fails with what it says if it is the other one."""
    page.wait_for_function(
        "['ready', 'error'].includes(document.documentElement?.dataset.pyblocks)", timeout=START_LIMIT
    )
    reached = page.evaluate("document.documentElement.dataset.pyblocks")
    assert reached == state, f"the page is {reached}, not {state}:\n{page.inner_text('body')}"


def reload(page: Page) -> None:
    """Reload the app and wait until it is ready."""
    page.reload(wait_until="commit")
    wait_for_state(page)
