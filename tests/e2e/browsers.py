"""The browsers that the tests run in: installed ones first, Playwright's own otherwise (as ``tests/run`` looks)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

NAMES = ["chromium", "firefox"]
#: The shell is Chromium without its own windows, which take as much of the processor as the pages in them.
_INSTALLED = {
    "chromium": ("chromium-headless-shell", "chromium", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}


def launch(playwright: Playwright, name: str, exact_clock: bool = False, program: str | None = None) -> Browser:
    """Start a browser that keeps nothing.

    Parameters:
        exact_clock: for Firefox, where pages else see the time in whole milliseconds.
        program: the browser's file, if it is not the one that tests use.
    """
    options = _options(name, program)
    if exact_clock and name == "firefox":
        options["firefox_user_prefs"] = {"privacy.reduceTimerPrecision": False}
    browser: Browser = getattr(playwright, name).launch(**options)
    return browser


def launch_with_profile(playwright: Playwright, name: str, profile: Path) -> BrowserContext:
    """Start a browser that keeps what pages store, as a person's browser does."""
    options = _options(name)
    if "channel" in options:  # Playwright waits for a first window that an installed Firefox doesn't announce
        options["ignore_default_args"] = True
        options["args"] = ["--remote-debugging-port=0", "--headless", "--profile", str(profile)]
    context: BrowserContext = getattr(playwright, name).launch_persistent_context(profile, **options)
    return context


def installed(name: str) -> list[str]:
    """The files of the installed browsers of this kind; tests run in the first."""
    return list(filter(None, map(shutil.which, _INSTALLED[name])))


def _options(name: str, program: str | None = None) -> dict[str, Any]:
    path = program or next(iter(installed(name)), None)
    options: dict[str, Any] = {} if path is None else {"executable_path": path}
    if name == "chromium":
        # Machines for tests have no GPU; one that is emulated may be what made pages stop painting now and then, in a
        # browser that had run long on a busy machine.
        options["args"] = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    if name == "firefox" and path is not None:
        options["channel"] = "moz-firefox"
    return options
