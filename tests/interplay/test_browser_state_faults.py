"""What a BrowserState does where the browser's storage fails it."""

from __future__ import annotations

import pytest

from fake_page import FakePage, run, settle
from pyblocks.session.storage import ForgivingStorage, MemoryStorage, StorageError
from stored_app import StoredApp


class FullStorage(MemoryStorage):
    """Has room for so many characters."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def set(self, key: str, text: str) -> None:
        others = sum(len(k) + len(t) for k, t in self.texts.items() if k != key)
        if others + len(key) + len(text) > self.room:
            raise StorageError("No room is left.", "full")
        super().set(key, text)


class BlockedStorage:
    """What a page has that may store nothing."""

    def get(self, key: str) -> str | None:
        raise StorageError("Nothing is stored.", "blocked")

    def set(self, key: str, text: str) -> None:
        raise StorageError("Nothing is stored.", "blocked")

    def remove(self, key: str) -> None:
        raise StorageError("Nothing is stored.", "blocked")


def test_no_room_is_told_and_the_old_value_stays() -> None:
    app = StoredApp()

    async def scenario() -> None:
        browser = FullStorage(100)
        page = FakePage(app.demo, browser)
        await app.set(page, "old")
        await app.set(page, "x" * 200)
        assert [(t["title"], t["message"]) for t in page.sent("toast")] == [("Not saved", "No room is left.")]
        assert (browser.texts, app.read(page)) == ({"k": '"old"'}, "old")
        assert (app.seen, app.failures) == (["old"], [1])
        await app.set(page, "new")
        assert browser.texts == {"k": '"new"'}

    run(scenario)


def test_where_nothing_may_be_stored_the_app_works_from_memory_and_says_so_once() -> None:
    app = StoredApp("default")
    notices: list[StorageError] = []

    async def scenario() -> None:
        page = FakePage(app.demo, ForgivingStorage(BlockedStorage(), notices.append))
        page.load()
        for value in ("one", "two"):
            await app.set(page, value)
            assert app.read(page) == value
        assert app.seen == ["one", "two"]
        assert [error.reason for error in notices] == ["blocked"]

    run(scenario)


def test_a_value_stays_when_storage_is_blocked_on_the_way() -> None:
    app = StoredApp("default")

    class Browser(MemoryStorage):
        blocked = False

        def get(self, key: str) -> str | None:
            if self.blocked:
                raise StorageError("Nothing is stored.", "blocked")
            return super().get(key)

    async def scenario() -> None:
        browser = Browser()
        page = FakePage(app.demo, ForgivingStorage(browser, lambda error: None))
        await app.set(page, "mine")
        browser.blocked = True
        page.hear_of("k")
        await settle()
        assert (app.read(page), app.seen) == ("mine", ["mine"])

    run(scenario)


@pytest.mark.parametrize("text", ["{not json", "", "NaN", "[" * 100_000])
def test_damaged_text_gives_the_default_and_is_kept_aside(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    app = StoredApp("default")
    browser = MemoryStorage()
    browser.set("k", text)

    async def scenario() -> None:
        page = FakePage(app.demo, browser)
        page.load()
        assert app.read(page) == "default"
        assert browser.texts == {"k": text, "k.damaged": text}
        await app.set(page, "new")
        assert browser.texts == {"k": '"new"', "k.damaged": text}
        assert app.seen == ["new"]

    run(scenario)
    said = capsys.readouterr().err
    assert "'k' is not JSON" in said
    assert "'k.damaged'" in said


def test_damaged_text_is_not_overwritten_while_there_is_no_room_to_keep_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = StoredApp("default")
    browser = FullStorage(100)
    browser.set("k", "{" * 60)

    async def scenario() -> None:
        page = FakePage(app.demo, browser)
        await app.set(page, "new")
        assert page.toasts == [("error", "No room is left.")]
        assert browser.texts == {"k": "{" * 60}
        browser.room = 200
        await app.set(page, "new")
        assert browser.texts == {"k": '"new"', "k.damaged": "{" * 60}

    run(scenario)
    assert "stays where it is" in capsys.readouterr().err
