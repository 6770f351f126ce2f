"""Requests to the web, as the browser makes them for an app, whichever client of Python's it asks with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

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
