from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from urllib3.util import Timeout

from fake_web import FakeWeb
from pyblocks.patches import requests_adapter
from pyblocks.patches.web_requests import WebRequest

web = FakeWeb("#last")
asked, answers = web.asked, web.answers


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", None)
    monkeypatch.setattr(requests.PreparedRequest, "prepare_url", requests.PreparedRequest.prepare_url)
    requests_adapter.install(web.fetch, "https://example.org/app/?q=1")
    web.clear()
    yield


def test_an_answer_has_all_that_requests_gives() -> None:
    answers["https://example.org/app/data.json?n=1"] = 200, "OK", b'{"a": 1}'
    response = requests.get("data.json", {"n": "1"})
    assert response.json() == {"a": 1}
    assert (response.status_code, response.reason) == (200, "OK")
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.url == "https://example.org/app/data.json?n=1#last"
    assert asked == [WebRequest("GET", "https://example.org/app/data.json?n=1", {"Accept": "*/*"})]


def test_an_answer_can_be_read_in_parts() -> None:
    answers["https://example.org/app/x"] = 200, "OK", b"one\ntwo\nthree"
    with requests.get(b"x", stream=True) as response:
        assert list(response.iter_lines(4)) == [b"one", b"two", b"three"]
    assert requests.get("x", stream=True).raw.read(3) == b"one"


def test_a_request_carries_what_it_was_given() -> None:
    url = "http://other.example/x"
    answers[url] = 200, "OK", b""
    with requests.Session() as session:
        session.headers["X-One"] = "1"
        session.cookies.set("a", "1")
        session.put(url, data=io.BytesIO(b"file"), auth=("me", "pw"))
        session.post(url, json={"a": [1]})
        session.post(url, data="ä")
        session.post(url, data=(part for part in (b"a", b"b")))
    put, post, text, parts = asked
    assert put.headers == {"X-One": "1", "Accept": "*/*", "Authorization": "Basic bWU6cHc="}
    assert post.headers == {"X-One": "1", "Accept": "*/*", "Content-Type": "application/json"}
    assert [request.body for request in asked] == [b"file", b'{"a": [1]}', "ä".encode(), b"ab"]
    assert (put.method, text.method, parts.method) == ("PUT", "POST", "POST")


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [
        (3, 3),
        (0.5, 0.5),
        ((1, 2), 2),
        ((1, None), None),
        (Timeout(connect=1, read=2), 2),
        (Timeout(), None),
        (None, None),
    ],
)
def test_the_timeout_is_the_one_for_reading(timeout: Any, seconds: float | None) -> None:
    answers["https://example.org/app/x"] = 200, "OK", b""
    requests.get("x", timeout=timeout)
    assert asked[0].timeout == seconds


def test_what_servers_refuse_says_why() -> None:
    answers["https://example.org/app/no"] = 404, "Not Found", b"nothing here"
    response = requests.get("no")
    assert (response.ok, response.text) == (False, "nothing here")
    with pytest.raises(requests.HTTPError, match="404 Client Error: Not Found for url"):
        response.raise_for_status()


@pytest.mark.parametrize(
    ("error", "kind"),
    [(ConnectionError("no answer (CORS)"), requests.ConnectionError), (TimeoutError("timed out"), requests.Timeout)],
)
def test_no_answer_is_an_error_of_requests(error: OSError, kind: type[Exception]) -> None:
    answers["https://example.org/app/x"] = error
    with pytest.raises(kind) as caught:
        requests.get("x")
    assert str(caught.value) == str(error)
    assert caught.value.__cause__ is error
