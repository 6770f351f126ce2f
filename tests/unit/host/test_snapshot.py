"""A Python that goes on from a snapshot, as far as it can be told without one."""

from __future__ import annotations

import logging
import os
import random
import sys
import time

import pytest

from pyblocks.host.snapshot import resume


@pytest.fixture(autouse=True)
def timezone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("timezone", "altzone", "daylight", "tzname"):
        monkeypatch.setattr(time, name, getattr(time, name))
    monkeypatch.setenv("LANG", "C.UTF-8")


def test_random_numbers_differ_from_page_to_page() -> None:
    state = random.getstate()
    drawn = []
    for _ in range(2):
        random.setstate(state)
        resume({})
        drawn.append(random.random())
    assert drawn[0] != drawn[1]


def test_the_environment_is_the_visitors() -> None:
    resume({"LANG": "fr_CA.UTF-8"})
    assert os.environ["LANG"] == "fr_CA.UTF-8"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of this system can't be set")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "UTC"])
def test_the_time_zone_is_the_visitors(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as here:
        here.setenv("TZ", zone)
        time.tzset()
        known = time.timezone, time.altzone, time.daylight, time.tzname
        time.timezone, time.altzone, time.daylight, time.tzname = 1, 2, 3, ("", "")
        resume({})
        found = time.timezone, time.altzone, time.daylight, time.tzname
    time.tzset()
    assert found == known


def test_logging_counts_from_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(logging), "_startTime", 0)
    resume({})
    assert logging.makeLogRecord({}).relativeCreated < 60_000


def test_the_working_directory_is_on_the_path_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["", "", "/lib"])
    resume({})
    assert sys.path == ["", "/lib"]
