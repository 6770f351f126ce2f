"""``urllib.request`` in a page: its requests are the browser's."""

from __future__ import annotations

import io
from functools import wraps
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from .import_hook import after_import
from .web_requests import Fetch, WebRequest, web_request


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
