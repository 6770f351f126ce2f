"""Built apps, and a plain web server for them."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SUB_PATH = "some/sub/path"
_OWN = ROOT / "tests" / "e2e" / "apps"


def build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run ``build.py`` as a person does; the test fails with what it printed if it fails."""
    command = [sys.executable, "build.py", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done


class StaticHandler(SimpleHTTPRequestHandler):
    """Sends files, with the types that static hosts give them."""

    extensions_map = {  # noqa: RUF012 (as the class above has it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output for what matters."""


class StaticServer(ThreadingHTTPServer):
    """Serves ``folder`` and knows nothing of PyBlocks."""

    daemon_threads = True

    def __init__(self, folder: Path, handler: type[StaticHandler] = StaticHandler) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def origin(self) -> str:
        """The scheme, host and port of its pages."""
        return f"http://127.0.0.1:{self.server_port}"


class Sites:
    """Builds each app once, when a test first asks for it.

    The tests' own apps are built so that browsers keep no copy of the site, unless the test is of that: copying takes
    as long as starting does. The examples are built as anybody would.
    """

    def __init__(self, folder: Path) -> None:
        self._served = folder
        self._folder = folder / SUB_PATH
        self._folder.mkdir(parents=True)
        self.server = StaticServer(folder)

    def address(self, app: str, place: str = "site", *options: str) -> str:
        """Where the app is: ``place`` is ``site``, served under a sub-path, or ``file``, one HTML file on the disk."""
        return self.site(app, *options) if place == "site" else self.file(app, *options).as_uri()

    def site(self, app: str, *options: str) -> str:
        """The address of the app's site, built with these options."""
        folder = self.folder(app, *options)
        return f"{self.server.origin}/{folder.relative_to(self._served).as_posix()}/"

    def folder(self, app: str, *options: str, offline: bool = False) -> Path:
        """The folder of the app's site; ``offline`` says that browsers keep it."""
        source = _source(app)
        if not offline and source.is_relative_to(_OWN):
            options = (*options, "--no-offline")
        folder = self._folder / "".join([source.stem, *options])
        if not folder.exists():
            build(source, "-o", folder, *options)
        return folder

    def file(self, app: str, *options: str) -> Path:
        """The app as one HTML file."""
        file = self._folder / f"{Path(app).stem}{''.join(options)}.html"
        if not file.exists():
            build(_source(app), "--single-file", "-o", file, *options)
        return file

    def copy(self, app: str, name: str, *options: str) -> tuple[Path, str]:
        """A copy of the app's site to damage: its folder and its address."""
        folder = self._folder / name
        shutil.copytree(self.folder(app, *options), folder)
        return folder, f"{self.server.origin}/{folder.relative_to(self._served).as_posix()}/"

    def file_copy(self, app: str, name: str, size: int | None = None) -> Path:
        """The first ``size`` bytes of the app as one HTML file."""
        file = self._folder / name
        file.write_bytes(self.file(app).read_bytes()[:size])
        return file


def _source(app: str) -> Path:
    """``tests/e2e/apps/<app>``, a file or a folder, or else ``examples/<app>``."""
    own = _OWN / app
    return own if own.exists() else ROOT / "examples" / app
