"""What goes wrong in a page unseen: errors and warnings in the console, failed requests, requests to other hosts."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_CONSOLE = "console: "
#: What becomes of requests that are on their way when a page is left, in the words of each browser.
_ABORTED = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")


class Watch:
    """Collects the problems of a browser context's pages.

    Parameters:
        context: the pages.
        origin: the only place they may ask for anything; a page opened from the disk asks nobody.
    """

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.problems: list[str] = []
        self._origin = origin
        self._expected: list[str] = []
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def expect(self, pattern: str) -> None:
        """The test at hand makes the page write what ``pattern`` matches into the console, or fail at it."""
        self._expected.append(pattern)

    def check(self) -> None:
        """Fail if there were problems that nobody expected, or not the ones that were."""
        problems, expected = self.problems, self._expected
        self.problems, self._expected = [], []
        console = "\n".join(text.removeprefix(_CONSOLE) for text in problems if text.startswith(_CONSOLE))
        missing = [pattern for pattern in expected if not re.search(pattern, console, re.DOTALL)]
        assert not missing, f"nothing in the page's console matches {missing}; it has:\n{console}"
        others = problems if not expected else [text for text in problems if not text.startswith(_CONSOLE)]
        surprises = [text for text in others if not any(re.search(pattern, text) for pattern in expected)]
        assert not surprises, "in the page: " + "\n".join(surprises)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "warn"):  # "warn" is an installed Firefox's word
            self.problems.append(f"{_CONSOLE}{message.text}")

    def _error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._origin, "blob:", "data:", "file:", "about:")):
            self.problems.append(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure not in _ABORTED:
            self.problems.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"failed: {response.url} {response.status}")
