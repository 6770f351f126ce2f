"""Requests to the web are the browser's; so are those of ``urllib.request``."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from .import_hook import after_import

#: Headers that are the browser's own affair: setting them does nothing, or makes servers refuse.
_BROWSERS_OWN = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "cookie",
        "host",
        "origin",
        "referer",
        "transfer-encoding",
        "user-agent",
    }
)


@dataclass(frozen=True)
class WebRequest:
    """What to ask for. ``timeout`` is for how many seconds nothing may come; None waits as long as the browser does."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    timeout: float | None = None


@dataclass(frozen=True)
class WebResponse:
    """What came back, after all redirections; ``url`` is the last address, ``body`` is unpacked."""

    url: str
    status: int
    reason: str
    headers: list[tuple[str, str]]
    body: bytes


#: Makes a request, and returns when the answer is here. Raises TimeoutError; or OSError, where there is no answer.
Fetch = Callable[[WebRequest], WebResponse]

#: The same for those who await the answer: the page goes on in every browser.
AsyncFetch = Callable[[WebRequest], Awaitable[WebResponse]]


def web_request(method: str, url: str, headers: Iterable[tuple[str, Any]], data: Any, timeout: Any) -> WebRequest:
    """A request with what Python's clients are given for it.

    Parameters:
        headers: those that are the browser's own are left out.
        data: the body: bytes, text, an open file, an iterable of bytes, or None.
        timeout: in seconds; anything but a number stands for none.
    """
    texts = {name: value.decode("latin-1") if isinstance(value, bytes) else value for name, value in headers}
    own = {name: value for name, value in texts.items() if name.lower() not in _BROWSERS_OWN}
    return WebRequest(method, url, own, _bytes(data), timeout if isinstance(timeout, (int, float)) else None)


def web_response(url: str, status: int, reason: str, headers: Iterable[tuple[str, str]], body: bytes) -> WebResponse:
    """What the browser tells of an answer, as clients that talk to servers themselves need it.

    The browser has unpacked the body, but hands on the headers of the packed one: clients would unpack it again, or
    miss a part of it. From HTTP/2 on servers give no reason, but clients put it into their errors.
    """
    if not reason:
        from http import HTTPStatus

        reason = next((each.phrase for each in HTTPStatus if each == status), "")
    true = {"content-encoding": None, "content-length": str(len(body))} if body else {}
    kept = [(name, value) for name, value in headers if true.get(name.lower(), value) == value]
    return WebResponse(url, status, reason, kept, body)


def _bytes(data: Any) -> bytes | None:
    if hasattr(data, "read"):
        data = data.read()
    if isinstance(data, str):
        return data.encode()
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    return data if data is None or isinstance(data, bytes) else b"".join(data)


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
    headers = dict(request.header_items())
    if request.data is not None:
        headers.setdefault("Content-type", "application/x-www-form-urlencoded")
    return web_request(request.get_method(), request.full_url, headers.items(), request.data, request.timeout)
