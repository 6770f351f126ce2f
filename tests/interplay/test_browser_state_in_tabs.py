"""A BrowserState in several tabs of one browser."""

from __future__ import annotations

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.session.storage import MemoryStorage
from stored_app import StoredApp


class Tabs:
    """Two tabs of one browser: each hears of what the other stores, in order, when :meth:`deliver` says so."""

    def __init__(self, app: StoredApp) -> None:
        self.storage = MemoryStorage()
        self.events: list[tuple[FakePage, str]] = []
        self.pages: list[FakePage] = []
        for number in range(2):
            self.pages.append(FakePage(app.demo, _TabStorage(self, number)))

    async def deliver(self) -> int:
        """Let each tab hear of all that the other has stored; how many events that were."""
        count = 0
        while self.events:
            page, key = self.events.pop(0)
            page.hear_of(key)
            await settle()
            count += 1
            assert count < 10_000, "the tabs play ping-pong"
        return count


class _TabStorage:
    def __init__(self, tabs: Tabs, number: int) -> None:
        self._tabs = tabs
        self._number = number

    def get(self, key: str) -> str | None:
        return self._tabs.storage.get(key)

    def set(self, key: str, text: str) -> None:
        if self._tabs.storage.get(key) != text:
            self._tabs.storage.set(key, text)
            self._tell(key)

    def remove(self, key: str) -> None:
        if self._tabs.storage.get(key) is not None:
            self._tabs.storage.remove(key)
            self._tell(key)

    def _tell(self, key: str) -> None:
        self._tabs.events.append((self._tabs.pages[1 - self._number], key))


def test_another_tab_sees_the_new_value_and_its_change_fires_once() -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        tabs = Tabs(app)
        one, other = tabs.pages
        await app.set(one, "new")
        assert app.read(other) == "default"
        app.seen.clear()
        assert await tabs.deliver() == 1
        assert app.read(other) == "new"
        assert app.seen == ["new"]

    run(scenario)


def test_a_value_forgotten_in_one_tab_is_the_default_in_the_other() -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        tabs = Tabs(app)
        one, other = tabs.pages
        await app.set(one, "new")
        await tabs.deliver()
        await app.set(other, gr.BrowserState.UNSET)
        await tabs.deliver()
        assert app.read(one) == "default"

    run(scenario)


def test_two_tabs_that_write_at_the_same_time_end_equal() -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        tabs = Tabs(app)
        one, other = tabs.pages
        await app.set(one, "one")
        await app.set(other, "other")
        await tabs.deliver()
        assert app.read(one) == app.read(other) == "other"
        assert tabs.storage.texts == {"k": '"other"'}

    run(scenario)


def test_two_tabs_that_write_in_turns_end_equal() -> None:
    app = StoredApp(0)
    rounds = 100

    async def scenario() -> None:
        tabs = Tabs(app)
        for number in range(rounds):
            await app.set(tabs.pages[number % 2], number + 1)
            await tabs.deliver()
        assert [app.read(page) for page in tabs.pages] == [rounds, rounds]

    run(scenario)


def test_two_tabs_whose_listeners_write_back_what_they_show_do_not_play_ping_pong() -> None:
    app = StoredApp("")
    with app.demo:
        text = gr.Textbox()
        app.state.change(lambda value: value, app.state, text)
        text.change(lambda value: value, text, app.state)

    async def scenario() -> None:
        tabs = Tabs(app)
        one, other = tabs.pages
        for written in ("a", "ab", "abc"):
            one.type(text, written)
            await settle()
        other.type(text, "x")
        await settle()
        await tabs.deliver()
        assert one.value(text) == other.value(text) == app.read(one) == app.read(other)

    run(scenario)


def test_sync_false_hears_nothing_of_other_tabs() -> None:
    app = StoredApp("default", sync=False)

    async def scenario() -> None:
        page = FakePage(app.demo)
        page.store("k", '"elsewhere"')
        await settle()
        assert app.read(page) == "default"
        assert app.seen == []

    run(scenario)


def test_a_key_of_somebody_else_changes_nothing() -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        page = FakePage(app.demo)
        page.store("other", '"elsewhere"')
        await settle()
        assert app.read(page) == "default"

    run(scenario)


def test_what_another_tab_has_overwritten_is_written_again() -> None:
    with gr.Blocks() as demo:
        state, button = gr.BrowserState(storage_key="k", sync=False), gr.Button()
        button.click(lambda: "mine", None, state)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        page.stored.set("k", '"theirs"')
        page.emit(button, "click")
        await settle()
        assert page.stored.texts == {"k": '"mine"'}

    run(scenario)


def test_the_visitor_is_heard_where_other_tabs_are_not() -> None:
    with gr.Blocks() as demo:
        state = gr.BrowserState(storage_key="k", sync=False)

    async def scenario() -> None:
        page = FakePage(demo)
        page.stored.set("k", "1")
        page.hear_of("k")
        await settle()
        assert page.session.slot(state).argument(None, True) is None
        page.hear_of("k", by="visitor")
        await settle()
        assert page.session.slot(state).argument(None, True) == 1

    run(scenario)
