"""``httpx`` in a page, if the app brings it: its requests are the browser's."""

from __future__ import annotations

from functools import wraps
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

from .import_hook import after_import
from .web_requests import AsyncFetch, Fetch, WebRequest, WebResponse, web_request


def install(fetch: Fetch, async_fetch: AsyncFetch, base: str) -> None:
    """Let ``httpx`` ask through the browser.

    Parameters:
        fetch: makes a request.
        async_fetch: makes one for an ``AsyncClient``.
        base: the page's address, which relative ones start from.
    """
    after_import("httpx", lambda module: _change(module, fetch, async_fetch, base))


def _change(httpx: ModuleType, fetch: Fetch, async_fetch: AsyncFetch, base: str) -> None:
    names: Any = httpx

    def handle_request(self: Any, request: Any) -> Any:
        asked = _web_request(request, request.read())
        try:
            return _response(names, request, fetch(asked))
        except OSError as error:
            raise _error(names, request, error) from error

    async def handle_async_request(self: Any, request: Any) -> Any:
        asked = _web_request(request, await request.aread())
        try:
            return _response(names, request, await async_fetch(asked))
        except OSError as error:
            raise _error(names, request, error) from error

    # The classes stay the ones that httpx has imported by now. What they do beside asking is for a pool of sockets.
    transport, plain = names.HTTPTransport, names.BaseTransport
    transport.__init__, transport.handle_request, transport.close = _accept, handle_request, plain.close
    transport.__enter__, transport.__exit__ = plain.__enter__, plain.__exit__
    transport, plain = names.AsyncHTTPTransport, names.AsyncBaseTransport
    transport.__init__, transport.handle_async_request, transport.aclose = _accept, handle_async_request, plain.aclose
    transport.__aenter__, transport.__aexit__ = plain.__aenter__, plain.__aexit__
    for client in (names.Client, names.AsyncClient):
        client.build_request = _read_as_in_the_page(client.build_request, base)


def _read_as_in_the_page(build_request: Any, base: str) -> Any:
    @wraps(build_request)
    def build(self: Any, method: str, url: Any, *args: Any, **kwargs: Any) -> Any:
        if self.base_url.is_relative_url:
            url = urljoin(urljoin(base, str(self.base_url)), str(url))
        return build_request(self, method, url, *args, **kwargs)

    return build


def _accept(self: Any, *args: Any, **kwargs: Any) -> None:
    """Take the options of connections, certificates and proxies, which are the browser's."""


def _web_request(request: Any, content: bytes) -> WebRequest:
    timeout = request.extensions.get("timeout", {}).get("read")  # a page sees nothing of connecting and writing
    body = content or None  # a GET may have none
    return web_request(request.method, str(request.url), request.headers.items(), body, timeout)


def _response(httpx: Any, request: Any, answer: WebResponse) -> Any:
    request.url = httpx.URL(answer.url)  # the response's is its request's
    return httpx.Response(
        answer.status,
        headers=answer.headers,
        stream=httpx.ByteStream(answer.body),
        extensions={"reason_phrase": answer.reason.encode("ascii", "ignore"), "http_version": b"HTTP/1.1"},
    )


def _error(httpx: Any, request: Any, error: OSError) -> Any:
    kind = httpx.ReadTimeout if isinstance(error, TimeoutError) else httpx.ConnectError
    return kind(str(error), request=request)
