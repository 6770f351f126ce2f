"""``gr.Request``: who is asking, as far as a page without a server knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class Page:
    """The page that an app runs in, as the browser tells it.

    Parameters:
        url: its address.
        headers: what a browser would send a server: ``user-agent``, ``accept-language``, ``referer`` …; lower case.
        cookies: cookies that scripts may read.
    """

    url: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """The address's query, without ``?``."""
        return self.url.partition("#")[0].partition("?")[2]


class Headers(dict[str, str]):
    """Headers by name, in any case."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        """The header's value, or ``default``."""
        return super().get(name.lower(), default)


class Request:
    """What a handler may know of its visitor (Gradio's ``gr.Request``): annotate a parameter with it to get it.

    Without a server there is no login and no network address: ``username`` is None, ``client.host`` is ``"127.0.0.1"``
    (the app runs on the visitor's own machine).

    Attributes:
        session_hash: a name for this page view; the same until the page is left, new after a reload.
        headers: as the browser would send them to a server.
        query_params: the address's query, the last value of each name.
        url: the page's address.
        cookies: the cookies that scripts may read.
    """

    def __init__(
        self, request: Page | None = None, username: str | None = None, session_hash: str | None = None, **kwargs: Any
    ) -> None:
        self.request = request or Page()
        self.username = username
        self.session_hash = session_hash
        self.headers = Headers({name.lower(): value for name, value in self.request.headers.items()})
        self.query_params = dict(parse_qsl(self.request.query, keep_blank_values=True))
        self.url = self.request.url
        self.cookies = dict(self.request.cookies)
        self.client = SimpleNamespace(host="127.0.0.1", port=0)
        self.path_params: dict[str, str] = {}
        vars(self).update(kwargs)
