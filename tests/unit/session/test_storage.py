from __future__ import annotations

from collections.abc import Callable

import pytest

import pyblocks as gr
from pyblocks.session.storage import ForgivingStorage, MemoryStorage, StorageError


class Browser(MemoryStorage):
    """Refuses everything for ``reason``, if there is one."""

    reason: str | None = None

    def get(self, key: str) -> str | None:
        self._check()
        return super().get(key)

    def set(self, key: str, text: str) -> None:
        self._check()
        super().set(key, text)

    def remove(self, key: str) -> None:
        self._check()
        super().remove(key)

    def _check(self) -> None:
        if self.reason is not None:
            raise StorageError("Refused.", self.reason)  # type: ignore[arg-type]


def test_memory_keeps_what_was_set_until_it_is_removed() -> None:
    storage = MemoryStorage()
    storage.set("a", "1")
    storage.set("a", "2")
    assert (storage.get("a"), storage.get("b")) == ("2", None)
    storage.remove("a")
    storage.remove("b")
    assert storage.get("a") is None


def test_what_the_browser_allows_is_kept_in_the_browser() -> None:
    browser = Browser()
    storage = ForgivingStorage(browser, lambda error: pytest.fail("nothing is blocked"))
    storage.set("a", "1")
    storage.set("b", "2")
    storage.remove("b")
    assert (storage.get("a"), browser.texts) == ("1", {"a": "1"})


def test_a_full_storage_is_an_error_and_stays_in_use() -> None:
    browser = Browser()
    storage = ForgivingStorage(browser, lambda error: pytest.fail("nothing is blocked"))
    storage.set("a", "1")
    browser.reason = "full"
    with pytest.raises(StorageError) as caught:
        storage.set("a", "2")
    assert caught.value.reason == "full"
    browser.reason = None
    assert storage.get("a") == "1"


@pytest.mark.parametrize(
    "first",
    [lambda storage: storage.get("a"), lambda storage: storage.set("a", "0"), lambda storage: storage.remove("a")],
)
def test_a_blocked_storage_is_replaced_by_memory_and_told_of_once(first: Callable[[ForgivingStorage], object]) -> None:
    told: list[StorageError] = []
    browser = Browser()
    browser.reason = "blocked"
    storage = ForgivingStorage(browser, told.append)
    first(storage)
    storage.set("a", "1")
    assert storage.get("a") == "1"
    storage.remove("a")
    assert storage.get("a") is None
    assert [error.reason for error in told] == ["blocked"]
    assert browser.texts == {}


def test_what_was_stored_before_it_was_blocked_is_still_there() -> None:
    browser = Browser()
    browser.texts = {"read": "1", "unread": "2", "removed": "3"}
    storage = ForgivingStorage(browser, lambda error: None)
    storage.get("read")
    storage.set("written", "4")
    storage.remove("removed")
    browser.reason = "blocked"
    assert [storage.get(key) for key in ("read", "written", "removed")] == ["1", "4", None]


def test_apps_can_catch_it_as_an_error_of_gradios_kind() -> None:
    assert issubclass(gr.StorageError, gr.Error)
    error = StorageError("No room.", "full")
    assert (error.message, error.title, error.reason) == ("No room.", "Not saved", "full")
