"""The memory snapshot: it gives way when it can't be used, and no two visitors get the same.

That it is used otherwise, every test tells: a start without it is noted in the console, where tests expect nothing.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.sites import Sites
from e2e.visitor import Visitor, reload

APP = "chance.py"
#: Memory can't grow until the snapshot has been given up.
NO_ROOM = """
window.refused = 0;
const { grow } = WebAssembly.Memory.prototype;
const { warn } = console;
let isFull = true;
WebAssembly.Memory.prototype.grow = function (pages) {
    if (!isFull) return grow.call(this, pages);
    refused++;
    throw new RangeError("no room");
};
console.warn = (...texts) => { isFull = false; warn(...texts); };
"""
#: Firefox itself reports what it can't decompress, though the page handles that.
WITHOUT = r"PyBlocks starts without its memory snapshot|snapshot-\w+\.bin|The input data is corrupted"


@pytest.fixture
def other(browser: Browser, sites: Sites) -> Iterator[Visitor]:
    visitor = Visitor(browser, sites.server.origin, timezone_id="Asia/Tokyo", locale="ja-JP")
    yield visitor
    visitor.close()
    visitor.watch.check()


def drawn(page: Page) -> list[Any]:
    field = page.get_by_label("Drawn")
    expect(field).not_to_have_value("")
    numbers = json.loads(field.input_value())
    assert isinstance(numbers, list)
    return numbers


def clocks(page: Page) -> dict[str, Any]:
    page.get_by_role("button", name="Tell").click()
    expect(page.get_by_label("Clocks")).not_to_have_value("")
    told = json.loads(page.get_by_label("Clocks").input_value())
    assert isinstance(told, dict)
    return told


def unusable(folder: Path, how: str) -> None:
    """Spoil the site's snapshot."""
    file = next((folder / "assets").glob("snapshot-*.bin"))
    data = bytearray(file.read_bytes())
    if how == "missing":
        file.unlink()
        return
    if how == "cut":
        data = data[:-1000]
    elif how == "damaged":
        data[len(data) // 2] ^= 255
    elif how == "something else":
        data = bytearray(b"<!doctype html>".ljust(len(data)))
    file.write_bytes(data)


def of_another_pyodide(folder: Path) -> None:
    """Let the site's snapshot say that it was made with another build of Pyodide."""
    file = next((folder / "assets").glob("snapshot-*.bin"))
    memory, count = re.subn(rb'"pyodide":"\w{4}', b'"pyodide":"none', gzip.decompress(file.read_bytes()), count=1)
    assert count == 1
    file.write_bytes(gzip.compress(memory, mtime=0))
    tell_size(folder, file)


def with_length(folder: Path, archive: Path) -> None:
    """Put another archive with the same files in the place of this one."""
    archive.write_bytes(archive.read_bytes() + bytes(1))
    tell_size(folder, archive)


def tell_size(folder: Path, file: Path) -> None:
    """Let the page expect the file as long as it is now."""
    page_file = folder / "index.html"
    told, count = re.subn(rf'({file.name}","size":)\d+', rf"\g<1>{file.stat().st_size}", page_file.read_text())
    assert count == 1
    page_file.write_text(told)


@pytest.mark.parametrize("how", ["missing", "cut", "damaged", "something else"])
def test_without_a_usable_snapshot_the_app_starts_as_ever(
    visitor: Visitor, sites: Sites, browser_name: str, how: str
) -> None:
    folder, address = sites.copy(APP, f"snapshot-{how.replace(' ', '-')}-{browser_name}")
    unusable(folder, how)
    visitor.watch.expect(WITHOUT)
    assert drawn(visitor.open(address))


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_a_snapshot_of_another_pyodide_is_not_used(visitor: Visitor, sites: Sites) -> None:
    folder, address = sites.copy(APP, "snapshot-other-pyodide")
    of_another_pyodide(folder)
    visitor.watch.expect("without its memory snapshot: Error: the snapshot is of another Pyodide")
    assert drawn(visitor.open(address))


def test_two_visitors_never_draw_the_same(visitor: Visitor, other: Visitor, sites: Sites) -> None:
    pages = [visitor.open(sites.site(APP)), other.open(sites.site(APP))]
    first = [drawn(page) for page in pages]
    reload(pages[0])
    first.append(drawn(pages[0]))
    for values in zip(*first, strict=True):
        assert len(set(values)) == len(first), values


def test_clocks_zone_and_language_are_the_visitors(visitor: Visitor, other: Visitor, sites: Sites) -> None:
    told = clocks(other.open(sites.site(APP)))
    assert told["advanced"] == [True, True, True]
    assert abs(told["time"] - time.time()) < 3600
    assert told["timezone"][:3] == [-9 * 3600, -9 * 3600, 0]
    assert told["noon"] == 1767236400  # 2026-01-01T03:00Z
    assert told["parsed"] == 1782874800  # 2026-07-01T03:00Z
    assert told["language"] == "ja_JP.UTF-8"
    assert told["home"] == "/home/pyodide"


def test_a_start_without_the_snapshot_tells_the_same(other: Visitor, sites: Sites, browser_name: str) -> None:
    restored = clocks(other.open(sites.site(APP)))
    folder, address = sites.copy(APP, f"snapshot-gone-{browser_name}")
    unusable(folder, "damaged")
    other.watch.expect(WITHOUT)
    started = clocks(other.open(address))
    del restored["time"], started["time"]
    assert restored == started


def test_the_rest_of_the_standard_library_is_there_when_the_app_asks(
    visitor: Visitor, sites: Sites, place: str
) -> None:
    page = visitor.open(sites.address("late.py", place))
    imported = page.get_by_label("Imported")
    expect(imported).to_have_value("colorsys")
    page.get_by_role("button", name="Import").click()
    expect(imported).to_have_value("wave")


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_so_it_is_in_one_file_with_a_snapshot(visitor: Visitor, sites: Sites) -> None:
    page = visitor.open(sites.address("late.py", "file", "--snapshot=shipped"))
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_label("Imported")).to_have_value("wave")


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_the_modules_of_an_app_can_be_in_it(visitor: Visitor, other: Visitor, sites: Sites, place: str) -> None:
    address = sites.address("modules", place, "--snapshot=app")
    told = [json.loads(value) for value in (imported(who.open(address)) for who in (visitor, other))]
    for each in told:
        assert each["age"] > 1, "the module was imported in the page, not when the site was built"
        assert (each["count"], each["source"]) == (1, True)
        assert each["folder"] == "/home/pyodide/app"
    assert [each["language"] for each in told] == ["en", "ja"]
    assert told[0]["age"] < told[1]["age"]
    assert told[0]["chance"] != told[1]["chance"]
    assert told[0]["seeded"] == told[1]["seeded"]
    page = visitor.context.pages[0]
    if place == "site":  # nothing can be fetched from the disk
        page.get_by_role("button", name="Fetch").click()
        expect(page.get_by_label("Fetched")).to_have_value("<!doctype html>")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_label("Reloaded")).to_have_value("True")


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_a_snapshot_with_another_app_is_not_used(visitor: Visitor, sites: Sites) -> None:
    folder, address = sites.copy("modules", "snapshot-other-app", "--snapshot=app")
    with_length(folder, next((folder / "assets").glob("app-*.zip")))
    visitor.watch.expect("the snapshot is of another app")
    assert json.loads(imported(visitor.open(address)))["age"] < 1


@pytest.mark.parametrize("browser_name", ["chromium"], scope="session")
def test_a_snapshot_that_memory_can_not_be_had_for_is_not_used(visitor: Visitor, sites: Sites) -> None:
    visitor.context.add_init_script(NO_ROOM)
    visitor.watch.expect("without its memory snapshot: Error: there is no memory for it")
    page = visitor.open(sites.site("modules", "--snapshot=app"))
    assert json.loads(imported(page))["age"] < 1
    assert page.evaluate("refused") > 0


def imported(page: Page) -> str:
    expect(page.get_by_label("Told")).not_to_have_value("")
    return page.get_by_label("Told").input_value()
