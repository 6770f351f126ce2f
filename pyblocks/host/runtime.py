"""PyBlocks in the page: the only module that imports ``js`` and ``pyodide``."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import js
from pyodide.ffi import JsException, can_run_sync, run_sync, to_js

from ..engine.dispatcher import Dispatcher
from ..handler.messages import app_traceback
from ..handler.request import Page
from ..patches import compat, httpx_transport, requests_adapter, threads, urllib_handler
from ..patches.web_requests import WebRequest, WebResponse, web_response
from ..session.browser_state_slot import Cipher
from ..session.config import build_config
from ..session.deep_link import DeepLink, DeepLinkError
from ..session.session import Session
from ..session.storage import ForgivingStorage, StorageError
from ..wire.codec import decode, encode
from ..wire.protocol import FailureMessage, ToPage
from .app_file import AppError, Launched, run_app
from .temporary_files import delete_regularly

#: What browsers call the error when a site's storage has no room left; the second name is Firefox's.
_FULL = ("QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED")


class LocalStorage:
    """The browser's ``localStorage`` (see :class:`~pyblocks.session.storage.Storage`)."""

    def get(self, key: str) -> str | None:
        """The text under ``key``; None where there is none."""
        text = self._try("getItem", key)
        return text if isinstance(text, str) else None

    def set(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``."""
        self._try("setItem", key, text)

    def remove(self, key: str) -> None:
        """Forget what is under ``key``."""
        self._try("removeItem", key)

    def _try(self, method: str, *args: str) -> Any:
        try:
            return getattr(js.localStorage, method)(*args)
        except (JsException, AttributeError) as error:  # blocked, it raises when it is looked at, or is null
            if getattr(error, "name", None) in _FULL:
                message = "The browser has no room left for what this page stores."
                raise StorageError(message, "full") from error
            message = "The browser stores nothing for this page: what you enter is gone when you leave it."
            raise StorageError(message, "blocked") from error


class WebCipher:
    """AES-GCM by WebCrypto (see :class:`~pyblocks.session.browser_state_slot.Cipher`); a fresh IV for each text.

    Parameters:
        cipher: the page's JavaScript object with ``encrypt`` and ``decrypt``.
    """

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    async def encrypt(self, text: str) -> str:
        """``text``, as only :meth:`decrypt` reads it."""
        encrypted: str = await self._cipher.encrypt(text)
        return encrypted

    async def decrypt(self, text: str) -> str | None:
        """What was encrypted; None if it was with another secret, or not at all."""
        decrypted = await self._cipher.decrypt(text)
        return decrypted if isinstance(decrypted, str) else None


class Web:
    """Requests of the app's, made by the browser (see :data:`~pyblocks.patches.web_requests.Fetch`).

    Parameters:
        page: the page's functions ``request`` and ``requestNow`` (see :class:`Host`).
    """

    def __init__(self, page: Any) -> None:
        self._page = page

    def fetch(self, request: WebRequest) -> WebResponse:
        """Make a request; where Python can't be suspended (JSPI) the page stands still meanwhile."""
        with _web_errors(request):
            if can_run_sync():
                return _web_response(run_sync(self._page.request(*_arguments(request), request.timeout)))
            return _web_response(self._page.requestNow(*_arguments(request)))

    async def async_fetch(self, request: WebRequest) -> WebResponse:
        """Make a request while everything else goes on."""
        with _web_errors(request):
            return _web_response(await self._page.request(*_arguments(request), request.timeout))


def _arguments(request: WebRequest) -> tuple[Any, ...]:
    body = None if request.body is None else to_js(request.body)
    return request.method, request.url, json.dumps(request.headers), body


@contextmanager
def _web_errors(request: WebRequest) -> Iterator[None]:
    """Let what the browser raises be what :data:`~pyblocks.patches.web_requests.Fetch` raises."""
    try:
        yield
    except JsException as error:
        if error.name == "TimeoutError":
            raise TimeoutError("timed out") from error
        raise ConnectionError(
            f"The browser got no answer from {request.url} ({error.message}): "
            "it can't be reached, or doesn't allow pages of other sites to ask it (CORS)."
        ) from error


def _web_response(answer: Any) -> WebResponse:
    headers = [(name, value) for name, value in json.loads(answer.headers)]
    return web_response(answer.url, answer.status, answer.reason, headers, answer.body.to_bytes())


def _page() -> Page:
    """What the browser tells of the page."""
    navigator, location = js.navigator, js.location
    headers = {
        "user-agent": navigator.userAgent,
        "accept-language": ",".join(navigator.languages),
        "host": location.host,
        "referer": js.document.referrer,
    }
    return Page(location.href, headers, _cookies())


def _cookies() -> dict[str, str]:
    try:
        text = js.document.cookie
    except JsException:  # a sandboxed frame may not read them
        return {}
    return dict(part.strip().split("=", 1) for part in text.split(";") if "=" in part)


class Host:
    """The page's side of Python: runs the app, and carries messages between its sessions and the page.

    Parameters:
        page: the page's functions: ``receive(number, text)`` takes a message of the session with that number as JSON,
            ``paint()`` returns after the next paint, ``makeCipher(secret)`` gives a cipher or nothing,
            ``request(method, url, headers, body, timeout)`` asks the web; ``requestNow`` does while all stands still.
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self._receive = page.receive  # looked up once: that crosses into JavaScript too
        self._dispatchers: list[Dispatcher] = []
        self._storage = ForgivingStorage(LocalStorage(), self._warn)

    async def start(self, path: str) -> int:
        """Run the app's file and show what it launches; how many sessions that makes, 0 if it failed."""
        compat.install()
        threads.install()
        web, address = Web(self._page), js.location.href
        urllib_handler.install(web.fetch, address)
        requests_adapter.install(web.fetch, address)
        httpx_transport.install(web.fetch, web.async_fetch, address)
        try:
            for launched in await run_app(Path(path)):
                await self._open(launched)
        except AppError as error:
            self._send(0, FailureMessage(type="failure", message=str(error), details=error.details))
            return 0
        except Exception as error:
            message = f"{type(error).__name__}: {error}"
            self._send(0, FailureMessage(type="failure", message=message, details=app_traceback(error)))
            return 0
        return len(self._dispatchers)

    def dispatch(self, number: int, text: str) -> None:
        """Take a message of the page, as JSON, for the session with that number."""
        self._dispatchers[number].receive(decode(text))

    def tell_waiting(self, number: int) -> None:
        """A message takes so long that the visitor should see what goes on."""
        self._dispatchers[number].tell_waiting()

    async def _open(self, launched: Launched) -> None:
        number = len(self._dispatchers)
        session = Session(
            launched.root,
            storage=self._storage,
            page=_page(),
            site=js.location.pathname.removesuffix("index.html") + (f"#{number}" if number else ""),
            make_cipher=self._make_cipher if hasattr(js.crypto, "subtle") else None,  # plain http has none
        )
        await session.open()
        link = DeepLink(js.location.hash)
        try:
            link.fill_in(session, session.blocks.values())
        except DeepLinkError as error:
            self._send(number, error.toast())
        self._send(number, {"type": "config", "config": build_config(session, launched.options)})
        self._dispatchers.append(
            Dispatcher(session, lambda message: self._send(number, message), self._page.paint, self._pause, link)
        )
        if launched.root.delete_cache is not None:
            frequency, age = launched.root.delete_cache
            self._cleaning = asyncio.ensure_future(delete_regularly(Path(tempfile.gettempdir()), frequency, age))

    def _pause(self) -> None:
        """Let the page paint while Python waits, where it can be suspended (JSPI)."""
        if can_run_sync():
            run_sync(self._page.paint())

    def _make_cipher(self, secret: str) -> Cipher:
        return WebCipher(self._page.makeCipher(secret))

    def _warn(self, error: StorageError) -> None:
        self._send(
            0, {"type": "toast", "level": "warning", "title": error.title, "message": error.message, "duration": None}
        )

    def _send(self, number: int, message: ToPage) -> None:
        self._receive(number, encode(message))
