from __future__ import annotations

import asyncio
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.session.storage import MemoryStorage
from stored_app import StoredApp


def login() -> tuple[gr.Blocks, Any, Any, Any]:
    with gr.Blocks() as demo:
        username = gr.Textbox(label="Username")
        saved = gr.Markdown("Saved", visible=False)
        storage = gr.BrowserState(["", ""])
        demo.load(lambda values: values[0], storage, username)
        gr.on([username.change], lambda name: [name, ""], [username], [storage])
        gr.on(storage.change, lambda: gr.Markdown("✅ Saved", visible=True), outputs=[saved])
    return demo, username, saved, storage


class FakeCipher:
    """Unreadable enough for a test; each text gets a number, as a real cipher's gets a fresh IV."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._count = 0

    async def encrypt(self, text: str) -> str:
        self._count += 1
        return b64encode(f"{self._secret}|{self._count}|{text}".encode()).decode()

    async def decrypt(self, text: str) -> str | None:
        secret, _, rest = b64decode(text).decode().partition("|")
        return rest.partition("|")[2] if secret == self._secret else None


# Where it is kept


def test_a_browser_state_is_there_again_after_a_reload() -> None:
    demo, username, saved, _ = login()
    browser = MemoryStorage()

    async def scenario() -> None:
        page = FakePage(demo, browser)
        page.load()
        await settle()
        assert browser.texts == {}
        page.type(username, "Ada")
        await settle()
        assert page.props[saved._id]["visible"] is True
        assert [json.loads(text) for text in browser.texts.values()] == [["Ada", ""]]
        again = FakePage(demo, browser)
        again.load()
        await settle()
        assert again.value(username) == "Ada"
        assert again.props[saved._id]["visible"] is True

    run(scenario)


def test_the_key_is_the_one_given_or_names_site_and_place() -> None:
    with gr.Blocks() as demo:
        gr.State()
        own, first, second, button = (
            gr.BrowserState(storage_key="mine"),
            gr.BrowserState(),
            gr.BrowserState(),
            gr.Button(),
        )
        button.click(lambda: (1, 2, 3), None, [own, first, second])

    async def scenario() -> None:
        page = FakePage(demo, site="/a/")
        page.emit(button, "click")
        await settle()
        assert page.stored.texts == {"mine": "1", "pyblocks:/a/:1": "2", "pyblocks:/a/:2": "3"}
        assert page.config["storage_keys"] == list(page.stored.texts)
        other = FakePage(demo, page.stored, site="/b/")
        assert other.session.slot(first).argument(None, True) is None

    run(scenario)


def test_a_key_made_from_its_place_does_not_depend_on_other_components() -> None:
    def build(*others: type[gr.Textbox] | type[gr.State]) -> FakePage:
        with gr.Blocks() as demo:
            for other in others:
                other()
            gr.BrowserState()
        return FakePage(demo)

    assert build().config["storage_keys"] == build(gr.Textbox, gr.State, gr.Textbox).config["storage_keys"]


@pytest.mark.parametrize("keys", [("k", "k"), ("pyblocks:/app/:1", None)])
def test_two_browser_states_with_one_key_are_refused(keys: tuple[str | None, ...]) -> None:
    with gr.Blocks() as demo:
        for key in keys:
            gr.BrowserState(storage_key=key)
    with pytest.raises(ValueError, match=f"storage_key '{keys[0]}'"):
        FakePage(demo)


def test_value_is_another_word_for_default_value() -> None:
    with gr.Blocks() as demo:
        state: Any = gr.BrowserState(value=[1])  # type: ignore[call-arg]
    assert FakePage(demo).session.slot(state).argument(None, True) == [1]


# When it is read and written, when change fires


def test_load_listeners_get_what_is_stored() -> None:
    app = StoredApp("default")
    with app.demo:
        out = gr.Textbox()
        app.demo.load(lambda value: value, app.state, out)

    async def scenario() -> None:
        page = FakePage(app.demo)
        page.stored.set("k", '"stored"')
        again = FakePage(app.demo, page.stored)
        again.load()
        await settle()
        assert again.value(out) == "stored"

    run(scenario)


@pytest.mark.parametrize(("stored", "expected"), [(None, []), ('{"b":2, "a":1}', []), ('{"a": 2}', [{"a": 2}])])
def test_change_fires_on_load_where_something_else_than_the_default_is_stored(
    stored: str | None, expected: list[Any]
) -> None:
    app = StoredApp({"a": 1, "b": 2})

    async def scenario() -> None:
        browser = MemoryStorage()
        if stored is not None:
            browser.set("k", stored)
        page = FakePage(app.demo, browser)
        page.load()
        await settle()
        assert app.seen == expected
        assert browser.get("k") == stored

    run(scenario)


def test_nothing_is_written_before_the_first_change_nor_for_equal_content() -> None:
    app = StoredApp({"a": 1})

    async def scenario() -> None:
        page = FakePage(app.demo)
        page.load()
        await app.set(page, {"a": 1})
        assert (page.stored.texts, app.seen) == ({}, [])
        await app.set(page, {"a": 2})
        written = page.stored.get("k")
        await app.set(page, {"a": 2})
        assert page.stored.get("k") is written
        assert app.seen == [{"a": 2}]

    run(scenario)


def test_a_value_that_a_handler_changed_in_place_and_returned_is_written() -> None:
    app = StoredApp([])
    with app.demo:
        add, look, out = gr.Button(), gr.Button(), gr.Textbox()

        def append(value: list[int]) -> list[int]:
            value.append(1)
            return value

        add.click(append, app.state, app.state)
        look.click(lambda value: value.append(2), app.state, out)

    async def scenario() -> None:
        page = FakePage(app.demo)
        for expected in ("[1]", "[1, 1]"):
            page.emit(add, "click")
            await settle()
            assert page.stored.get("k") == expected
        page.emit(look, "click")
        await settle()
        assert app.read(page) == [1, 1]
        assert app.seen == [[1], [1, 1]]

    run(scenario)


def test_a_listener_that_writes_what_it_hears_of_ends() -> None:
    app = StoredApp(0)
    with app.demo:
        app.state.change(lambda value: min(3, value + 1), app.state, app.state)

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, 1)
        assert page.stored.get("k") == "3"
        assert page.toasts == []

    run(scenario)


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        (lambda: gr.update(value=5), 5),
        (lambda: gr.BrowserState(5), 5),
        (lambda: gr.BrowserState(value=5), 5),  # type: ignore[call-arg]
        (gr.BrowserState, "old"),
        (gr.update, "old"),
        (gr.skip, "old"),
    ],
)
def test_a_handler_sets_a_browser_state_or_leaves_it(returned: Callable[[], Any], expected: Any) -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, "old")
        await app.set(page, returned())
        assert app.read(page) == expected

    run(scenario)


def test_unset_makes_the_browser_forget_and_the_default_apply() -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, "mine")
        await app.set(page, gr.BrowserState.UNSET)
        assert page.stored.texts == {}
        assert app.seen == ["mine", "default"]
        assert app.read(FakePage(app.demo, page.stored)) == "default"

    run(scenario)


# What it can hold


@pytest.mark.parametrize(
    "value",
    [0, False, "", None, [], {}, "ü✅\0\u2028", "\ud800", [1, {"a": [True, None]}], 2**53 + 1, -(10**40), 0.1, -0.0],
)
def test_every_json_value_survives_exactly(value: Any) -> None:
    app = StoredApp("default")

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, value)
        for found in (app.read(page), app.read(FakePage(app.demo, page.stored))):
            assert repr(found) == repr(value)

    run(scenario)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=50, deadline=None)
@given(JSON, JSON)
def test_any_json_value_is_there_after_a_reload(default: Any, value: Any) -> None:
    app = StoredApp(default)

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, value)
        found = app.read(FakePage(app.demo, page.stored))
        assert json.dumps(found, sort_keys=True) == json.dumps(value, sort_keys=True)

    run(scenario)


@dataclass
class Point:
    x: int


def test_tuples_and_dataclasses_are_lists_and_dicts_at_once() -> None:
    app = StoredApp()

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, (Point(1), 2))
        assert app.read(page) == [{"x": 1}, 2]
        await app.set(page, [{"x": 1}, 2])
        assert len(app.seen) == 1

    run(scenario)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": [0, 1, 2, {3}]}, 'no set: value["a"][3]'),
        ([float("nan")], "no nan: value[0]"),
        ({"a": {1: 2}}, 'value["a"] has the key 1'),
    ],
)
def test_what_json_cannot_hold_is_an_error_and_the_stored_value_stays(
    value: Any, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = StoredApp()

    async def scenario() -> None:
        page = FakePage(app.demo)
        await app.set(page, "old")
        await app.set(page, value)
        ((level, text),) = page.toasts
        assert level == "error"
        assert message in text
        assert (page.stored.texts, app.read(page)) == ({"k": '"old"'}, "old")
        assert (app.seen, app.failures) == (["old"], [1])

    run(scenario)
    assert message in capsys.readouterr().err


def test_a_default_that_json_cannot_hold_is_refused_at_build_up() -> None:
    with pytest.raises(TypeError, match=r"default_value of gr\.BrowserState can't be kept.*no set: value\[0\]"):
        gr.BrowserState([{1}])


# When the browser can't keep it


# Damaged texts


# Other tabs


# With a secret


def test_with_a_secret_the_stored_text_shows_nothing_and_reads_back() -> None:
    app = StoredApp("default", secret="s")

    async def scenario() -> None:
        page = FakePage(app.demo, make_cipher=FakeCipher)
        await app.set(page, "plain")
        stored = page.stored.get("k")
        assert stored is not None
        assert "plain" not in stored
        assert app.read(FakePage(app.demo, page.stored, make_cipher=FakeCipher)) == "plain"
        await app.set(page, "other")
        await app.set(page, "plain")
        assert page.stored.get("k") != stored

    run(scenario)


def test_a_wrong_secret_gives_the_default_and_leaves_the_stored_text_alone() -> None:
    right, wrong = StoredApp("default", secret="right"), StoredApp("default", secret="wrong")

    async def scenario() -> None:
        browser = MemoryStorage()
        page = FakePage(right.demo, browser, make_cipher=FakeCipher)
        await right.set(page, "plain")
        stored = browser.texts["k"]
        other = FakePage(wrong.demo, browser, make_cipher=FakeCipher)
        other.load()
        await settle()
        assert (wrong.read(other), wrong.seen) == ("default", [])
        assert browser.texts == {"k": stored}
        await wrong.set(other, "new")
        assert browser.texts["k.damaged"] == stored

    run(scenario)


def test_writes_that_wait_for_the_cipher_end_in_order() -> None:
    class SlowCipher(FakeCipher):
        async def encrypt(self, text: str) -> str:
            await asyncio.sleep(0.02 if "first" in text else 0)
            return await super().encrypt(text)

    with gr.Blocks() as demo:
        state, first, second = gr.BrowserState(secret="s", storage_key="k"), gr.Button(), gr.Button()
        first.click(lambda: "first", None, state)
        second.click(lambda: "second", None, state)

    async def scenario() -> None:
        page = FakePage(demo, make_cipher=SlowCipher)
        page.emit(first, "click")
        page.emit(second, "click")
        await settle()
        again = FakePage(demo, page.stored, make_cipher=FakeCipher)
        assert [each.session.slot(state).argument(None, True) for each in (page, again)] == ["second", "second"]

    run(scenario)


def test_a_secret_needs_a_page_that_can_encrypt() -> None:
    app = StoredApp(secret="s")
    with pytest.raises(ValueError, match="https or localhost"):
        FakePage(app.demo)
