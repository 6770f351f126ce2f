from __future__ import annotations

import io

from pyblocks.patches.web_requests import WebRequest, web_request, web_response


def test_a_request_is_made_of_whatever_clients_have() -> None:
    headers = [("Accept", "*/*"), ("X-Bytes", b"b"), ("Cookie", "a=1"), ("Transfer-Encoding", "chunked")]
    request = web_request("POST", "https://a.example/", headers, "ä", object())
    assert request == WebRequest("POST", "https://a.example/", {"Accept": "*/*", "X-Bytes": "b"}, b"\xc3\xa4", None)
    bodies = [io.BytesIO(b"ab"), io.StringIO("ab"), iter([b"a", b"b"]), b"ab", bytearray(b"ab")]
    assert [web_request("POST", "", [], body, 1).body for body in bodies] == [b"ab"] * 5


def test_an_answer_has_no_headers_of_a_packed_body() -> None:
    headers = [("Content-Encoding", "gzip"), ("Content-Length", "34"), ("X-Empty", "")]
    assert web_response("", 200, "Fine", headers, b"unpacked").headers == [("X-Empty", "")]
    assert web_response("", 200, "Fine", headers, b"").headers == headers  # an answer to HEAD
    true = [("content-length", "8")]
    assert web_response("", 200, "Fine", true, b"unpacked").headers == true


def test_an_answer_without_a_reason_gets_that_of_its_status() -> None:
    assert [
        web_response("", status, reason, [], b"").reason for status, reason in ((404, ""), (404, "no"), (799, ""))
    ] == [
        "Not Found",
        "no",
        "",
    ]
