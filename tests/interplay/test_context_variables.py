"""Context variables of the app's: what a handler sets is for what it calls, and for no other event."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextvars import ContextVar
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, run, spawn_eagerly
from pyblocks.engine import scheduler

user: ContextVar[str] = ContextVar("user", default="nobody")


def plain() -> str:
    user.set("Ann")
    return user.get()


async def sleeping() -> str:
    user.set("Ann")
    await asyncio.sleep(0)
    return user.get()


def generator() -> Iterator[str]:
    user.set("Ann")
    yield "first"
    yield user.get()


async def async_generator() -> AsyncIterator[str]:
    user.set("Ann")
    yield "first"
    await asyncio.sleep(0)
    yield user.get()


@pytest.mark.parametrize("spawn", [scheduler.spawn, spawn_eagerly])
@pytest.mark.parametrize("handler", [plain, sleeping, generator, async_generator])
def test_what_a_handler_sets_is_not_seen_by_what_follows_it(
    handler: Callable[[], Any], spawn: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "spawn", spawn)
    seen: list[str] = []

    async def look_later() -> None:
        seen.append(user.get())

    def look() -> None:
        seen.append(user.get())

    with gr.Blocks() as demo:
        button, out = gr.Button(), gr.Textbox()
        event = button.click(handler, None, out)
        event.then(look)
        event.success(look_later)
        out.change(look, trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        await click(page, button)
        assert page.value(out) == "Ann"
        await click(page, button)  # by now the plain ones are known to be quick
        assert page.value(out) == "Ann"
        assert len(seen) >= 5
        assert set(seen) == {"nobody"}

    run(scenario)
