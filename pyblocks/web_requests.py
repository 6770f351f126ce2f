"""``urllib.request`` in a page: its requests are the browser's."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from .import_hook import after_import

#: Headers that are the browser's own affair: setting them does nothing, or makes servers refuse.
_BROWSERS_OWN = frozenset({"accept-encoding", "connection", "content-length", "host", "user-agent"})


@dataclass(frozen=True)
class WebRequest:
    """What to ask for. ``timeout`` is in seconds; None waits as long as the browser does."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    timeout: float | None = None


@dataclass(frozen=True)
class WebResponse:
    """What came back, after all redirections; ``url`` is the last address."""

    url: str
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes


#: Makes a request, and returns when the answer is here. Raises TimeoutError; or OSError, where there is no answer.
Fetch = Callable[[WebRequest], WebResponse]


def install(fetch: Fetch, base: str) -> None:
    """Let ``urllib.request`` ask through the browser.

    Parameters:
        fetch: makes a request.
        base: the page's address, which relative ones start from.
    """
    after_import("urllib.request", lambda module: _change(module, fetch, base))


def _change(urllib: ModuleType, fetch: Fetch, base: str) -> None:
    names: Any = urllib

    initialise = names.Request.__init__

    @wraps(initialise)
    def read_as_in_the_page(self: Any, url: str, *args: Any, **kwargs: Any) -> None:
        initialise(self, urljoin(base, url), *args, **kwargs)

    class BrowserHandler(names.BaseHandler):  # type: ignore[misc]
        """Opens addresses by the browser's means."""

        def http_open(self, request: Any) -> Any:
            return _open(request, fetch)

        https_open = http_open

    names.Request.__init__ = read_as_in_the_page  # the class stays the one that others may have by now
    vars(urllib).update(HTTPHandler=BrowserHandler, HTTPSHandler=BrowserHandler)


def _open(request: Any, fetch: Fetch) -> Any:
    """Answer one of ``urllib``'s requests with what its own handlers give."""
    from email.message import Message
    from urllib.error import URLError
    from urllib.response import addinfourl

    try:
        answer = fetch(_web_request(request))
    except OSError as error:  # a TimeoutError is one
        raise URLError(error) from error
    headers = Message()
    for name, value in answer.headers:
        headers[name] = value
    response: Any = addinfourl(io.BytesIO(answer.body), headers, answer.url, answer.status)
    response.msg = response.reason = answer.reason
    return response


def _web_request(request: Any) -> WebRequest:
    headers = {name: value for name, value in request.header_items() if name.lower() not in _BROWSERS_OWN}
    data = request.data
    if data is not None:
        headers.setdefault("Content-type", "application/x-www-form-urlencoded")
        data = data.read() if hasattr(data, "read") else data if isinstance(data, bytes) else b"".join(data)
    timeout = request.timeout if isinstance(request.timeout, (int, float)) else None
    return WebRequest(request.get_method(), request.full_url, headers, data, timeout)
