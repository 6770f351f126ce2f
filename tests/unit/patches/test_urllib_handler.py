from __future__ import annotations

import io
import json
import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError, URLError

import pytest

from fake_web import FakeWeb
from pyblocks.patches import urllib_handler
from pyblocks.patches.web_requests import WebRequest

web = FakeWeb()
asked, answers = web.asked, web.answers


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("Request", "HTTPHandler", "HTTPSHandler"):
        monkeypatch.setattr(urllib.request, name, getattr(urllib.request, name))
    urllib.request.install_opener(None)
    urllib_handler.install(web.fetch, "https://example.org/app/?q=1")
    web.clear()
    yield
    urllib.request.install_opener(None)


def test_an_address_is_read_as_the_page_would_read_it() -> None:
    answers["https://example.org/app/data.json"] = 200, "OK", b'{"a": 1}'
    with urllib.request.urlopen("data.json") as response:
        assert json.load(response) == {"a": 1}
        assert (response.status, response.reason) == (200, "OK")
        assert response.headers.get_content_charset() == "utf-8"
        assert response.geturl() == "https://example.org/app/data.json"
    assert asked == [WebRequest("GET", "https://example.org/app/data.json")]


def test_a_request_carries_method_headers_body_and_timeout() -> None:
    answers["http://other.example/x"] = 200, "OK", b""
    request = urllib.request.Request(
        "http://other.example/x", headers={"X-One": "1", "User-Agent": "me"}, method="PUT", data=b"body"
    )
    urllib.request.urlopen(request, timeout=3)
    urllib.request.build_opener().open("http://other.example/x", data=io.BytesIO(b"file"))
    put, post = asked
    assert put.method == "PUT"
    assert put.body == b"body"
    assert put.timeout == 3
    assert put.headers == {"X-one": "1", "Content-type": "application/x-www-form-urlencoded"}
    assert (post.method, post.body, post.timeout) == ("POST", b"file", None)


def test_what_servers_refuse_is_an_http_error_with_its_body() -> None:
    answers["https://example.org/app/no"] = 404, "Not Found", b"nothing here"
    with pytest.raises(HTTPError, match="HTTP Error 404: Not Found") as caught:
        urllib.request.urlopen("no")
    assert caught.value.read() == b"nothing here"


@pytest.mark.parametrize("error", [ConnectionError("no answer (CORS)"), TimeoutError("timed out")])
def test_no_answer_is_an_url_error(error: OSError) -> None:
    answers["https://example.org/app/x"] = error
    with pytest.raises(URLError) as caught:
        urllib.request.urlopen("x")
    assert caught.value.reason is error
