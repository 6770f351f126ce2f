"""``requests`` in a page, if the app brings it: its requests are the browser's.

Its urllib3 knows browsers too. But in Firefox it sends other sites a ``User-Agent``, which many of them refuse; of an
open file it sends the ``repr``; and it doesn't say that a request timed out, why a server refuses, or where a
redirection led.
"""

from __future__ import annotations

import io
from functools import wraps
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from .import_hook import after_import
from .web_requests import Fetch, web_request


def install(fetch: Fetch, base: str) -> None:
    """Let ``requests`` ask through the browser.

    Parameters:
        fetch: makes a request.
        base: the page's address, which relative ones start from.
    """
    after_import("requests", lambda module: _change(module, fetch, base))


def _change(requests: ModuleType, fetch: Fetch, base: str) -> None:
    names: Any = requests

    def send(self: Any, request: Any, stream: bool = False, timeout: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Send a prepared request. The certificates and proxies are the browser's."""
        seconds = _reading(timeout)
        try:
            answer = fetch(web_request(request.method, request.url, request.headers.items(), request.body, seconds))
        except TimeoutError as error:
            raise names.exceptions.ReadTimeout(str(error), request=request) from error
        except OSError as error:
            raise names.exceptions.ConnectionError(str(error), request=request) from error
        raw = names.packages.urllib3.HTTPResponse(
            io.BytesIO(answer.body),
            answer.headers,
            answer.status,
            reason=answer.reason,
            preload_content=False,
            request_method=request.method,
        )
        response = self.build_response(request, raw)
        response.url = answer.url
        return response

    prepare_url = names.PreparedRequest.prepare_url

    @wraps(prepare_url)
    def read_as_in_the_page(self: Any, url: Any, params: Any) -> None:
        prepare_url(self, urljoin(base, url.decode() if isinstance(url, bytes) else str(url)), params)

    names.adapters.HTTPAdapter.send = send
    names.PreparedRequest.prepare_url = read_as_in_the_page


def _reading(timeout: Any) -> Any:
    """The part of a timeout that is for reading: a page sees nothing of connecting."""
    if isinstance(timeout, tuple):
        return timeout[1]
    if not hasattr(timeout, "read_timeout"):
        return timeout
    started = timeout.clone()  # one of urllib3's, which may be for both together
    started.start_connect()
    return started.read_timeout
