"""The preview server: one folder on localhost, the way a static host would serve it."""

from __future__ import annotations

import email.utils
import gzip
import mimetypes
import os
import re
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any
from urllib.parse import unquote

from .errors import BuildError

HOST = "127.0.0.1"
_OWN_NAMES = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.IGNORECASE)
"""What a browser on this machine says in ``Host``. Any other name is somebody's who made it lead here, so that a page
of theirs may read what this server has. Any port will do: it may be forwarded."""
FIRST_PORT = 7860
_PORTS_TO_TRY = 100

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
_COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"}
_HASHED = re.compile(r"-[\w-]{8,}\.\w+$")


class PreviewServer(ThreadingTCPServer):
    """Serves ``folder``. ``port``: that one or a :class:`BuildError`; None: 7860 or the next that is free; 0: any."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self.folder = folder
        self._gzipped: dict[Path, tuple[str, bytes]] = {}
        self._gzip_lock = threading.Lock()
        ports = range(FIRST_PORT, FIRST_PORT + _PORTS_TO_TRY) if port is None else [port]
        for candidate in ports:
            try:
                super().__init__((HOST, candidate), PreviewHandler)
                return
            except OSError as error:
                reason = error.strerror
        where = f"port {ports[0]}" if len(ports) == 1 else f"any port from {ports[0]} to {ports[-1]}"
        raise BuildError(f"can't serve on {where} of {HOST}: {reason}; give another one: --serve PORT")

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def gzipped(self, path: Path, tag: str) -> bytes:
        """The content of ``path`` compressed, from memory if it has been asked for before."""
        with self._gzip_lock:
            known, data = self._gzipped.get(path, ("", b""))
            if known != tag:
                data = gzip.compress(path.read_bytes(), compresslevel=6)
                self._gzipped[path] = (tag, data)
            return data

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of visitors who went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Send a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Send what a GET would, without the file."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal for what matters."""

    def end_headers(self) -> None:
        """End the head of every answer, errors too, with what all of them say."""
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def _answer(self) -> None:
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # the body, which nobody reads, is not the next request
        url_path, _, query = self.path.partition("?")
        if not url_path.startswith("/") or len(self.headers.get_all("Host", [])) != 1:
            self._say(HTTPStatus.BAD_REQUEST, "Bad request")
        elif not _OWN_NAMES.fullmatch(self.headers["Host"]):
            self._say(HTTPStatus.MISDIRECTED_REQUEST, f"This preview answers at {self.server.url} only")
        else:
            self._answer_for(url_path, query)

    def _answer_for(self, url_path: str, query: str) -> None:
        try:
            path = self._path(url_path)
            if path is not None and path.is_dir():
                if not url_path.endswith("/"):
                    self._redirect(url_path + "/" + (f"?{query}" if query else ""))
                    return
                path /= "index.html"
            if path is None or not path.is_file():
                self._say(HTTPStatus.NOT_FOUND, "Not found")
                return
            self._send_file(path)
        except ConnectionError:
            raise
        except OSError:  # a name that is too long, a file that may not be read
            self._say(HTTPStatus.NOT_FOUND, "Not found")

    def _path(self, url_path: str) -> Path | None:
        """The file or folder that the URL names, if it lies in the site."""
        root = self.server.folder.resolve()
        name = unquote(url_path).lstrip("/")
        if "\0" in name or "\\" in name:
            return None
        path = (root / name).resolve()
        return path if path.is_relative_to(root) else None

    def _send_file(self, path: Path) -> None:
        stat = path.stat()
        compress = path.suffix in _COMPRESSED and self._takes_gzip()
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{"-gzip" if compress else ""}"'
        hashed = path.parent.name == "assets" and _HASHED.search(path.name)
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache",
            "ETag": tag,
            "Last-Modified": email.utils.formatdate(stat.st_mtime, usegmt=True),
            "Vary": "Accept-Encoding",
        }
        if self._unchanged(tag, stat.st_mtime):
            self._send(HTTPStatus.NOT_MODIFIED, headers, None)
            return
        guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers["Content-Type"] = _TYPES.get(path.suffix, guessed)
        if compress:
            headers["Content-Encoding"] = "gzip"
        self._send(HTTPStatus.OK, headers, self.server.gzipped(path, tag) if compress else path.read_bytes())

    def _takes_gzip(self) -> bool:
        accepted = "".join(self.headers.get("Accept-Encoding", "").lower().split()).split(",")
        return any(re.fullmatch(r"gzip(;q=(1|1?\.0*|0?\.\d*[1-9]\d*))?", coding) for coding in accepted)

    def _unchanged(self, tag: str, modified: float) -> bool:
        """Whether the browser says that it has this very version."""
        if (tags := self.headers.get("If-None-Match")) is not None:
            return tags.strip() == "*" or tag in (known.strip().removeprefix("W/") for known in tags.split(","))
        try:
            since = email.utils.parsedate_tz(self.headers.get("If-Modified-Since"))
            return since is not None and int(modified) <= email.utils.mktime_tz(since)
        except (ValueError, OverflowError):  # no date of any calendar
            return False

    def _say(self, status: HTTPStatus, text: str) -> None:
        self._send(status, {"Content-Type": "text/plain; charset=utf-8"}, f"{text}\n".encode())

    def _redirect(self, url_path: str) -> None:
        self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": "/" + url_path.lstrip("/")}, b"")

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes | None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(body)
