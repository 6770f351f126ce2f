"""WebKit, as Debian packages it: GTK's small browser, driven by Selenium, on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK, WebKitGTKOptions, WebKitGTKService

NEEDED = ("WebKitWebDriver", "Xvfb")


@contextmanager
def webkit() -> Iterator[WebKitGTK]:
    """Start the browser; the test is skipped where it isn't installed."""
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4*/MiniBrowser"))
    missing = [name for name in NEEDED if shutil.which(name) is None] or ([] if browsers else ["MiniBrowser"])
    if missing:
        pytest.skip(f"WebKit is not here, for want of {', '.join(missing)}: apt-get install webkit2gtk-driver xvfb")
    options = WebKitGTKOptions()
    options.binary_location = str(browsers[0])
    options.add_argument("--automation")
    with _screen() as display:
        service = WebKitGTKService(shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": display})
        driver = WebKitGTK(options=options, service=service)
        try:
            yield driver
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """A display without a monitor; its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as screen:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        try:
            yield f":{number}"
        finally:
            screen.kill()  # asked to end, it may wait for clients that are gone
