"""The web without a browser: answers by their addresses, as unit tests of what asks it need it."""

from __future__ import annotations

import asyncio
from typing import Any

from pyblocks.patches.web_requests import WebRequest, WebResponse


class FakeWeb:
    """Answers what it is told to.

    Parameters:
        landing: what is added to the address that answers come from, as if there had been a redirection.

    Attributes:
        asked: all requests so far.
        answers: by address, status, reason and body, or what to raise.
    """

    def __init__(self, landing: str = "") -> None:
        self.asked: list[WebRequest] = []
        self.answers: dict[str, Any] = {}
        self._landing = landing

    def fetch(self, request: WebRequest) -> WebResponse:
        """See :data:`~pyblocks.patches.web_requests.Fetch`."""
        self.asked.append(request)
        answer = self.answers[request.url]
        if isinstance(answer, Exception):
            raise answer
        status, reason, body = answer
        headers = [("content-type", "application/json; charset=utf-8")]
        return WebResponse(request.url + self._landing, status, reason, headers, body)

    async def async_fetch(self, request: WebRequest) -> WebResponse:
        """See :data:`~pyblocks.patches.web_requests.AsyncFetch`."""
        await asyncio.sleep(0)
        return self.fetch(request)

    def clear(self) -> None:
        """Forget all of it."""
        self.asked.clear()
        self.answers.clear()
