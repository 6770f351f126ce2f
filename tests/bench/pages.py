"""What the measurements share: built apps beside a bare Pyodide page, on a server like GitHub Pages."""

from __future__ import annotations

import contextlib
import functools
import gzip
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bench.npm_packages import installed
from e2e.sites import ROOT, StaticHandler, StaticServer, build

_BARE = """<!doctype html>
<html data-pyblocks="loading">
  <link rel="icon" href="data:," />
  <script type="module">
    import { loadPyodide } from "./pyodide.mjs";
    window.pyodide = await loadPyodide();
    pyodide.runPython("1 + 1");
    document.documentElement.dataset.pyblocks = "ready";
  </script>
</html>
"""
_HELLO = """<!doctype html>
<html data-pyblocks="loading">
  <link rel="stylesheet" href="./core.css" />
  <script type="module" src="./core.js"></script>
  <button id="greet">Greet</button>
  <p id="greeting"></p>
  <script type="mpy" config='{"interpreter": "./micropython.mjs"}'>
    from pyscript import document, when

    @when("click", "#greet")
    def greet(event):
        document.querySelector("#greeting").textContent = "Hello"

    document.documentElement.setAttribute("data-pyblocks", "ready")
  </script>
</html>
"""
_PYSCRIPT = "@pyscript/core@0.7.31", "@micropython/micropython-webassembly-pyscript@1.27.0"
_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


class PagesHandler(StaticHandler):
    """Sends files as GitHub Pages does: compressed where that helps, good for ten minutes."""

    def do_GET(self) -> None:  # noqa: N802 (as the class above has it)
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body, compressed = _body(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def _body(path: Path) -> tuple[bytes, bool]:
    data = path.read_bytes()
    if path.suffix in {".zip", ".woff2"}:
        return data, False
    return gzip.compress(data, mtime=0), True


@dataclass(frozen=True)
class Pages:
    """A folder that is served at ``origin``."""

    folder: Path
    origin: str

    def app(self, source: Path) -> str:
        """The address of a site built from ``source``."""
        build(source, "-o", self.folder / source.stem)
        return f"{self.origin}/{source.stem}/"

    def bare(self) -> str:
        """The address of a page that starts Pyodide and runs one expression; it has ``window.pyodide``."""
        folder = self.folder / "bare"
        folder.mkdir(exist_ok=True)
        for name in _PYODIDE:
            shutil.copyfile(ROOT / "web" / "node_modules" / "pyodide" / name, folder / name)
        (folder / "index.html").write_text(_BARE)
        return f"{self.origin}/bare/"

    def hello(self) -> str:
        """The address of PyScript's hello app on MicroPython: its button works when the page is "ready"."""
        folder = self.folder / "hello"
        packages = installed(*_PYSCRIPT)
        shutil.copytree(packages / "@pyscript" / "core" / "dist", folder)
        for name in ("micropython.mjs", "micropython.wasm"):
            shutil.copyfile(packages / "@micropython" / "micropython-webassembly-pyscript" / name, folder / name)
        (folder / "index.html").write_text(_HELLO)
        return f"{self.origin}/hello/"


@contextlib.contextmanager
def serve() -> Iterator[Pages]:
    """Serve an empty folder for as long as the context lasts."""
    with tempfile.TemporaryDirectory(prefix="pyblocks-bench-") as name:
        folder = Path(name)
        server = StaticServer(folder, PagesHandler)
        yield Pages(folder, server.origin)
        server.shutdown()
