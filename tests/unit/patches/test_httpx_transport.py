from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from fake_web import FakeWeb
from pyblocks.patches import httpx_transport
from pyblocks.patches.web_requests import WebRequest

web = FakeWeb("?last")
asked, answers = web.asked, web.answers


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("__init__", "__enter__", "__exit__", "close", "handle_request"):
        monkeypatch.setattr(httpx.HTTPTransport, name, None)
    for name in ("__init__", "__aenter__", "__aexit__", "aclose", "handle_async_request"):
        monkeypatch.setattr(httpx.AsyncHTTPTransport, name, None)
    for client in (httpx.Client, httpx.AsyncClient):
        monkeypatch.setattr(client, "build_request", client.build_request)
    httpx_transport.install(web.fetch, web.async_fetch, "https://example.org/app/?q=1")
    web.clear()
    yield


def test_an_answer_has_all_that_httpx_gives() -> None:
    answers["https://example.org/app/data.json"] = 200, "OK", b'{"a": 1}'
    response = httpx.get("data.json")
    assert response.json() == {"a": 1}
    assert (response.status_code, response.reason_phrase) == (200, "OK")
    assert response.headers == httpx.Headers({"content-type": "application/json; charset=utf-8"})
    assert response.url == "https://example.org/app/data.json?last"
    assert asked == [WebRequest("GET", "https://example.org/app/data.json", {"accept": "*/*"}, timeout=5)]


def test_an_answer_can_be_read_in_parts() -> None:
    answers["https://example.org/app/x"] = 200, "OK", b"one\ntwo"
    with httpx.stream("GET", "x") as response:
        assert list(response.iter_raw(3)) == [b"one", b"\ntw", b"o"]
    with httpx.stream("GET", "x") as response:
        assert list(response.iter_lines()) == ["one", "two"]


def test_a_request_carries_what_it_was_given() -> None:
    answers["http://other.example/x"] = 200, "OK", b""
    with httpx.Client(base_url="http://other.example", headers={"X-One": "1"}, verify=False) as client:
        client.post("/x", json={"a": [1]}, timeout=None)
        client.put("/x", content=iter([b"a", b"b"]), timeout=httpx.Timeout(1, read=2))
    post, put = asked
    assert post.headers == {"accept": "*/*", "x-one": "1", "content-type": "application/json"}
    assert (post.method, post.body, post.timeout) == ("POST", b'{"a":[1]}', None)
    assert (put.method, put.body, put.timeout) == ("PUT", b"ab", 2)


@pytest.mark.parametrize(
    ("base_url", "url", "meant"),
    [
        ("", "../x", "https://example.org/x"),
        ("", "/x", "https://example.org/x"),
        ("api", "x", "https://example.org/app/api/x"),
        ("http://other.example/api", "/x", "http://other.example/api/x"),
    ],
)
def test_an_address_is_read_as_the_page_would_read_it(base_url: str, url: str, meant: str) -> None:
    answers[meant] = 200, "OK", b""
    with httpx.Client(base_url=base_url) as client:
        client.get(url)
    assert asked[0].url == meant


def test_an_async_client_lets_others_run() -> None:
    answers["https://example.org/app/x"] = 200, "OK", b"answer"

    async def parts() -> AsyncIterator[bytes]:
        yield b"a"
        yield b"b"

    async def ask() -> None:
        async with httpx.AsyncClient() as client:
            responses = await asyncio.gather(client.get("x"), client.post("x", content=parts()))
            assert [response.text for response in responses] == ["answer", "answer"]
            async with client.stream("GET", "x") as response:
                assert [part async for part in response.aiter_bytes()] == [b"answer"]

    asyncio.run(ask())
    assert [request.body for request in asked] == [None, b"ab", None]


def test_what_servers_refuse_says_why() -> None:
    answers["https://example.org/app/no"] = 404, "Not Found", b"nothing here"
    response = httpx.get("no")
    assert response.text == "nothing here"
    with pytest.raises(httpx.HTTPStatusError, match="404 Not Found"):
        response.raise_for_status()


@pytest.mark.parametrize(
    ("error", "kind"),
    [(ConnectionError("no answer (CORS)"), httpx.ConnectError), (TimeoutError("timed out"), httpx.ReadTimeout)],
)
def test_no_answer_is_an_error_of_httpx(error: OSError, kind: type[httpx.RequestError]) -> None:
    answers["https://example.org/app/x"] = error

    async def ask() -> None:
        await httpx.AsyncClient().get("x")

    for get in (lambda: httpx.get("x"), lambda: asyncio.run(ask())):
        with pytest.raises(kind) as caught:
            get()
        assert str(caught.value) == str(error)
        assert caught.value.request.method == "GET"
