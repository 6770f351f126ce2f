"""Python's memory as it is after PyBlocks was imported, kept so that a page needn't start Python again.

A page that goes on from there is a copy: what must differ from visitor to visitor has to be made anew.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import random
import sys
import time
from collections.abc import Mapping

#: What apps import most, beside what Pyodide and PyBlocks have imported by themselves.
_MODULES = (
    "_strptime",
    "csv",
    "hashlib",
    "html",
    "uuid",
)


def prepare() -> list[str]:
    """Import what pages need, all of PyBlocks too, and drop what they don't; the memory is kept after this.

    Returns:
        the names of all modules that a page then has.
    """
    package = sys.modules[__package__ or ""]
    own = [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for name in (*own, *_MODULES):
        importlib.import_module(name)
    del os.environ["PYTHONHASHSEED"]
    gc.collect()
    gc.freeze()
    return sorted(sys.modules)


def resume(environment: Mapping[str, str]) -> None:
    """Make a page's Python its own after its memory was restored.

    Parameters:
        environment: the environment variables that depend on the browser.
    """
    os.environ.update(environment)
    random.seed()
    _set_timezone()
    if logging := sys.modules.get("logging"):
        vars(logging)["_startTime"] = time.time_ns()
    if sys.path[:2] == ["", ""]:  # Pyodide adds it at every start
        del sys.path[0]


def _set_timezone() -> None:
    """Let the constants in ``time`` say where the visitor is, as they do after a start."""
    year = (365 * 24 + 6) * 3600
    january = int(time.time()) // year * year
    zones = [time.localtime(january), time.localtime(january + year // 2)]
    standard, summer = sorted(zones, key=lambda zone: zone.tm_gmtoff)
    time.timezone, time.altzone = -standard.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(time.timezone != time.altzone)
    time.tzname = (standard.tm_zone, summer.tm_zone)
