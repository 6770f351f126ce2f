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
from pathlib import Path
from typing import TypedDict
from weakref import WeakSet

#: What apps import most, beside what Pyodide and PyBlocks have imported by themselves.
_MODULES = (
    "_strptime",
    "csv",
    "hashlib",
    "html",
    "uuid",
)


#: Generators of random numbers that each visitor's page seeds anew.
_generators: WeakSet[random.Random] = WeakSet([random._inst])


class Prepared(TypedDict):
    """The names of all modules that a page has at its start, and what of the app's imports is not among them."""

    modules: list[str]
    left_out: list[str]


def prepare(app: str | None = None) -> Prepared:
    """Import what pages need, all of PyBlocks too, and drop what they don't; the memory is kept after this.

    Parameters:
        app: the file of an app whose modules are to be there too.

    Raises:
        AppError: one of them can't be imported, or can't be kept with the memory.
    """
    package = sys.modules["pyblocks"]
    own = [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for name in (*own, *_MODULES):
        importlib.import_module(name)
    left_out = [] if app is None else _import_modules_of(Path(app))
    del os.environ["PYTHONHASHSEED"]
    for generator in _generators:
        generator.seed(0)  # pages do it anew; until then, nothing is to be by chance
    gc.collect()
    gc.freeze()
    return {"modules": sorted(sys.modules), "left_out": left_out}


def _import_modules_of(app: Path) -> list[str]:
    from .app_imports import import_modules
    from .import_traces import noting_chance

    with noting_chance(_generators):
        left_out = import_modules(app, [Path.home(), Path("/tmp")])
    importlib.invalidate_caches()  # the files are written anew in the page
    return left_out


def resume(environment: Mapping[str, str]) -> None:
    """Make a page's Python its own after its memory was restored.

    Parameters:
        environment: the environment variables that depend on the browser.
    """
    os.environ.update(environment)
    for generator in _generators:
        generator.seed()
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
