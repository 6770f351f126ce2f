from __future__ import annotations

from pyblocks.handler.request import Page, Request


def test_a_request_has_the_pages_headers_query_and_cookies() -> None:
    page = Page("https://me.github.io/app/?a=1&b=&a=2#top", {"User-Agent": "Firefox"}, {"theme": "dark"})
    request = Request(page, session_hash="abc")
    assert request.headers["user-agent"] == request.headers["User-Agent"] == "Firefox"
    assert request.headers.get("referer") is None
    assert request.query_params == {"a": "2", "b": ""}
    assert request.cookies == {"theme": "dark"}
    assert request.url.startswith("https://me.github.io/app/")
    assert request.session_hash == "abc"


def test_without_a_server_there_is_no_login_and_no_address() -> None:
    request = Request()
    assert request.username is None
    assert request.client.host == "127.0.0.1"
