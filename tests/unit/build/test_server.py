"""The preview server."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pyblocks.build.errors import BuildError
from pyblocks.build.server import FIRST_PORT, HOST, PreviewServer

FILES = {
    "index.html": "<title>Hi</title>",
    "assets/main-1234abcd.js": "main();",
    "assets/pyodide.asm-1234abcd.wasm": "wasm" * 500,
    "assets/app-1234abcd.zip": "PK" * 500,
    "assets/pyodide.asm-1234abcd.mjs": "export {}",
    "with space/ü.css": "a{}",
}


@contextlib.contextmanager
def serving(folder: Path, port: int | None = 0) -> Iterator[PreviewServer]:
    with PreviewServer(folder, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site-secret").mkdir()
    (tmp_path / "site-secret" / "a.txt").write_text("secret")
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    with serving(tmp_path / "site") as server:
        yield server


Answer = tuple[int, http.client.HTTPMessage, bytes]


def ask(server: PreviewServer, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection(HOST, int(server.server_address[1]), timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body


@pytest.mark.parametrize(
    ("path", "mime"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/?__theme=dark", "text/html; charset=utf-8"),
        ("/assets/main-1234abcd.js", "text/javascript; charset=utf-8"),
        ("/assets/pyodide.asm-1234abcd.mjs", "text/javascript; charset=utf-8"),
        ("/assets/pyodide.asm-1234abcd.wasm", "application/wasm"),
        ("/assets/app-1234abcd.zip", "application/zip"),
        ("/with%20space/%C3%BC.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_type(server: PreviewServer, path: str, mime: str) -> None:
    status, headers, body = ask(server, path)
    assert (status, headers["Content-Type"], headers["Content-Length"]) == (200, mime, str(len(body)))
    assert "Content-Encoding" not in headers


def test_only_hashed_files_are_kept_for_good(server: PreviewServer) -> None:
    assert "immutable" in ask(server, "/assets/main-1234abcd.js")[1]["Cache-Control"]
    assert ask(server, "/index.html")[1]["Cache-Control"] == "no-cache"


def test_compresses_what_gains_by_it(server: PreviewServer) -> None:
    for _ in range(2):
        status, headers, body = ask(server, "/assets/pyodide.asm-1234abcd.wasm", Accept_Encoding="br, gzip")
        assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
        assert gzip.decompress(body) == b"wasm" * 500
    assert "Content-Encoding" not in ask(server, "/assets/app-1234abcd.zip", Accept_Encoding="gzip")[1]


def test_revalidates(server: PreviewServer) -> None:
    _, headers, _ = ask(server, "/")
    assert ask(server, "/", If_None_Match=headers["ETag"])[::2] == (304, b"")
    assert ask(server, "/", If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert ask(server, "/", If_Modified_Since="nonsense")[0] == 200
    page = server.folder / "index.html"
    page.write_text("<title>Ho</title>")
    os.utime(page, (2_000_000_000, 2_000_000_000))
    assert ask(server, "/", If_None_Match=headers["ETag"])[::2] == (200, b"<title>Ho</title>")
    assert ask(server, "/", If_Modified_Since=headers["Last-Modified"])[0] == 200


def test_a_rebuilt_file_is_compressed_anew(server: PreviewServer) -> None:
    assert gzip.decompress(ask(server, "/", Accept_Encoding="gzip")[2]) == b"<title>Hi</title>"
    page = server.folder / "index.html"
    page.write_text("<title>Rebuilt</title>")
    assert gzip.decompress(ask(server, "/", Accept_Encoding="gzip")[2]) == b"<title>Rebuilt</title>"


def test_head_sends_no_body(server: PreviewServer) -> None:
    status, headers, body = ask(server, "/", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "17", b"")


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/../site-secret/a.txt", "//etc/passwd", "/a%00b"],
)
def test_nothing_outside_is_served(server: PreviewServer, path: str) -> None:
    status, _, body = ask(server, path)
    assert (status, body) == (404, b"Not found\n")


def test_a_link_out_of_the_site_is_not_followed(server: PreviewServer, tmp_path: Path) -> None:
    (server.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert ask(server, "/link.txt")[0] == 404


def test_a_folder_without_slash_redirects(server: PreviewServer) -> None:
    status, headers, _ = ask(server, "/assets?a=b")
    assert (status, headers["Location"]) == (301, "/assets/?a=b")


def test_other_methods_are_refused(server: PreviewServer) -> None:
    status, headers, _ = ask(server, "/", "POST")
    assert (status, headers["X-Content-Type-Options"]) == (501, "nosniff")


def raw(server: PreviewServer, request: str) -> bytes:
    """What the server answers to these bytes, until it closes the connection."""
    with socket.create_connection((HOST, int(server.server_address[1])), timeout=10) as connection:
        connection.sendall(request.encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LocalHost:1", "[::1]:7860"])
def test_answers_for_its_own_names(server: PreviewServer, host: str) -> None:
    assert raw(server, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        ("GET / HTTP/1.1\r\nHost: evil.example:7860\r\n\r\n", 421),
        ("HEAD / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 421),
        ("GET / HTTP/1.1\r\nHost: localhost:1@evil.example\r\n\r\n", 421),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 421),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
    ],
)
def test_answers_for_no_other_name(server: PreviewServer, request_: str, status: int) -> None:
    """A page of another name that its owner lets lead here could read everything otherwise."""
    answer = raw(server, request_)
    assert int(answer.split()[1]) == status
    assert b"nosniff" in answer
    assert b"<title>" not in answer


@pytest.mark.parametrize("path", ["/" + "a" * 300, "/" + "a/" * 5000, "/%ff%fe", "//[", "/?" + "q" * 5000])
def test_survives_odd_names(server: PreviewServer, path: str) -> None:
    status, headers, _ = ask(server, path)
    assert (status, headers["X-Content-Type-Options"]) == (200 if "?" in path else 404, "nosniff")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("If-Modified-Since", "Mon, 01 Jan 99999999999 00:00:00 GMT"),
        ("If-Modified-Since", "Mon, 99 Jan 2020 99:99:99 +999999999999"),
        ("If-None-Match", '"' + "," * 5000),
        ("Accept-Encoding", "gzip;q=0, \xff, identity"),
        ("Accept-Encoding", "not-gzip"),
        ("Range", "bytes=9-1"),
        ("Content-Type", "\xe9"),
    ],
)
def test_survives_odd_headers(server: PreviewServer, name: str, value: str) -> None:
    answer = raw(server, f"GET / HTTP/1.1\r\nHost: localhost\r\n{name}: {value}\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"<title>Hi</title>")


def test_a_body_is_no_second_request(server: PreviewServer) -> None:
    inner = "GET /assets/main-1234abcd.js HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = raw(server, f"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(inner)}\r\n\r\n{inner}")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_file_that_may_not_be_read_is_not_there(server: PreviewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert ask(server, "/")[0] == 404


def test_many_at_once(server: PreviewServer) -> None:
    answers: list[bytes] = []
    threads = [threading.Thread(target=lambda: answers.append(ask(server, "/")[2])) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [b"<title>Hi</title>"] * 20


def test_a_taken_port(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=rf"port {port} of 127\.0\.0\.1: Address already in use; give another"):
            PreviewServer(tmp_path, port)


def test_without_a_port_the_next_free_one(tmp_path: Path) -> None:
    with PreviewServer(tmp_path) as first, PreviewServer(tmp_path) as second:
        assert FIRST_PORT <= first.server_address[1] < second.server_address[1]
        assert second.url == f"http://127.0.0.1:{second.server_address[1]}/"
