"""PyBlocks in the page: the only module that imports ``js`` and ``pyodide``."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import js
from pyodide.ffi import JsException

from . import compat
from .app import AppError, run_app
from .config import build_config
from .dispatcher import Dispatcher
from .errors import app_traceback
from .protocol import FailureMessage, ToPage
from .request import Page
from .session import Session
from .storage import StorageError
from .wire import encode


class LocalStorage:
    """The browser's ``localStorage`` (see :class:`~pyblocks.storage.Storage`)."""

    def get(self, key: str) -> str | None:
        """The text under ``key``; None where there is none, or where the browser blocks storage."""
        try:
            text = js.localStorage.getItem(key)
        except JsException:
            return None
        return text if isinstance(text, str) else None

    def set(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``.

        Raises:
            StorageError: the browser refuses.
        """
        try:
            js.localStorage.setItem(key, text)
        except JsException as error:
            raise StorageError(f"The browser did not save this: {error}") from error


def _page() -> Page:
    """What the browser tells of the page."""
    navigator, location = js.navigator, js.location
    headers = {
        "user-agent": navigator.userAgent,
        "accept-language": ",".join(navigator.languages),
        "host": location.host,
        "referer": js.document.referrer,
    }
    cookies = dict(part.strip().split("=", 1) for part in js.document.cookie.split(";") if "=" in part)
    return Page(location.href, headers, cookies)


async def start(
    path: str, receive: Callable[[str], None], paint: Callable[[], Awaitable[None]]
) -> Callable[[str], None]:
    """Run the app and show it.

    Parameters:
        path: the app's file.
        receive: takes each message to the page, as JSON.
        paint: returns after the page's next paint.

    Returns:
        what takes each message of the page, as JSON.
    """

    def send(message: ToPage) -> None:
        receive(encode(message))

    compat.install()
    try:
        launched = await run_app(Path(path))
        site = js.location.pathname.removesuffix("index.html")
        session = Session(launched.root, storage=LocalStorage(), page=_page(), site=site)
        send({"type": "config", "config": build_config(session, launched.options)})
    except AppError as error:
        send(FailureMessage(type="failure", message=str(error), details=error.details))
        return _ignore
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        send(FailureMessage(type="failure", message=message, details=app_traceback(error)))
        return _ignore
    dispatcher = Dispatcher(session, send, paint)

    def dispatch(message: str) -> None:
        parsed: Any = json.loads(message)
        dispatcher.receive(parsed)

    return dispatch


def _ignore(message: str) -> None:
    """There is no app to tell."""
