from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, run, settle
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


def test_the_session_hash_is_the_same_for_all_events_of_a_page_and_another_in_the_next() -> None:
    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()

        def who(request: gr.Request) -> str | None:
            return request.session_hash

        button.click(who, None, out)

    async def hash_twice(page: FakePage) -> set[str]:
        seen = set()
        for _ in range(2):
            page.emit(button, "click")
            await settle()
            seen.add(page.value(out))
        return seen

    async def scenario() -> None:
        (one,), (other,) = await hash_twice(FakePage(demo)), await hash_twice(FakePage(demo))
        assert one != other

    run(scenario)
