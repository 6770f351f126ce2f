"""Real Gradio, to compare with: the same app file on its server."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

VERSION = "6.31.0"
START_LIMIT = 120


@contextlib.contextmanager
def python_with_gradio(python: str | None) -> Iterator[str]:
    """A Python that can import Gradio: the given one, or that of a new virtual environment."""
    if python is not None:
        yield python
        return
    with tempfile.TemporaryDirectory(prefix="pyblocks-gradio-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"gradio=={VERSION}"], check=True)
        yield python


@contextlib.contextmanager
def serve_with_gradio(python: str, app: Path) -> Iterator[str]:
    """The address of ``app``, served by Gradio for as long as the context lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"GRADIO_ANALYTICS_ENABLED": "False", "GRADIO_SERVER_PORT": str(port)}
    environment.pop("PYTHONPATH", None)
    server = subprocess.Popen([python, str(app)], env=environment, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(address).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"Gradio doesn't serve {address}: see what it printed above.")
