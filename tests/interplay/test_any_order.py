"""Whatever a visitor does, in whatever order: all that was started ends, and nothing of it stays."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, left_of, settle, spawn_eagerly
from pyblocks.engine import scheduler


class App:
    """Listeners of every kind that stop, follow and render one another; what they do is decided by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.page: FakePage | None = None
        self.stop = gr.Button(render=False)
        with gr.Blocks() as self.demo:
            self.text, self.out, self.count, self.again = gr.Textbox(), gr.Textbox(), gr.State(0), gr.Button()
            self.stop.render()
            self.events = [self.text.change(self.slow, None, self.out)]
            kinds: list[tuple[Callable[..., Any], dict[str, Any]]] = [
                (self.stream, {}),
                (self.numbers, {}),
                (self.slow, {"trigger_mode": "multiple", "concurrency_id": "lane"}),
                (self.quick, {"concurrency_id": "lane"}),
                (self.stream, {"trigger_mode": "always_last", "concurrency_limit": None}),
                (self.quick, {"trigger_mode": "multiple"}),
                (self.batch, {"trigger_mode": "multiple", "batch": True, "max_batch_size": 3}),
                (self.batch, {"trigger_mode": "multiple", "batch": True, "validator": self.check}),
                (self.counted, {"js": "(text) => text", "inputs": self.text}),
            ]
            self.buttons = [self._button(fn, **options) for fn, options in kinds]
            self.stop.click(None, cancels=self.events)
            some = gr.Button()
            some.click(lambda: None, None, self.out, cancels=chance.sample(self.events, 3))
            self.buttons += [self.stop, some, self.again]
            gr.render(inputs=self.count, triggers=[self.again.click, self.demo.load, self.count.change])(self.rows)
        self.demo.queue(max_size=chance.choice([None, 2, 5]))

    def _button(self, fn: Callable[..., Any], **options: Any) -> gr.Button:
        button = gr.Button()
        options = {"inputs": self.text} | options if options.get("batch") else options
        event = button.click(fn, outputs=self.out, **options)
        event.then(lambda: None)
        event.success(self.quick, None, self.out)
        event.failure(self.slow, None, self.out)
        self.events.append(event)
        return button

    def rows(self, count: int) -> None:
        def key(name: str) -> str | None:
            return name if self.chance.random() < 0.5 else None

        inner, out, stop = gr.Button(key=key("go")), gr.Textbox(key=key("out")), gr.Button()
        event = inner.click(self.stream, None, self.chance.choice([out, self.out]), key=key("run"))
        event.then(lambda n: n + 1, self.count, self.count)
        stop.click(None, cancels=event)
        gr.State(0, delete_callback=lambda value: None)
        self.inner = [inner, stop]

    async def stream(self) -> AsyncIterator[str]:
        try:
            for i in range(self.chance.randint(1, 6)):
                yield str(i)
                await asyncio.sleep(self.chance.choice([0, 0.001, 0.003]))
        finally:
            await asyncio.sleep(self.chance.choice([0, 0.002]))
            if self.chance.random() < 0.2:
                raise gr.Error("closed", print_exception=False)
            if self.chance.random() < 0.2:
                yield "bye"

    def numbers(self) -> Iterator[str]:
        yield from "0123"

    async def slow(self) -> str:
        await asyncio.sleep(self.chance.choice([0, 0.002, 0.01]))
        return "slow"

    def quick(self) -> str:
        if self.chance.random() < 0.1 and self.page is not None:
            self.page.emit(self.stop, "click")  # as while it sleeps, with its stack suspended
        if self.chance.random() < 0.1:
            raise gr.Error("quick", print_exception=False)
        return "quick"

    async def batch(self, words: list[str]) -> list[list[str]]:
        await asyncio.sleep(0.003)
        return [words]

    async def check(self, text: str) -> Any:
        await asyncio.sleep(0.001)
        return gr.validate(self.chance.random() < 0.7, "no")

    async def counted(self, text: str, progress: gr.Progress = gr.Progress()) -> str:
        for _ in progress.tqdm(range(3)):
            await asyncio.sleep(self.chance.choice([0, 0.001]))
        return text

    async def do_something(self, page: FakePage) -> None:
        kind = self.chance.random()
        if kind < 0.65:
            page.emit(self.chance.choice(self.buttons), "click")
        elif kind < 0.8:
            page.emit(self.chance.choice(self.inner), "click")
        elif kind < 0.9:
            page.type(self.text, str(kind))
        elif kind < 0.95:
            page.wait_for_python()
        else:
            await answer_scripts(page)
        if self.chance.random() < 0.5:
            await asyncio.sleep(self.chance.choice([0, 0, 0.001, 0.004]))


async def answer_scripts(page: FakePage) -> None:
    while len(page.sent("script")) > page._answered:
        await page.answer("answer")


@pytest.mark.parametrize("spawn", [scheduler.spawn, spawn_eagerly])
@pytest.mark.parametrize("seed", range(8))
def test_all_that_was_started_ends(
    seed: int, spawn: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scheduler, "spawn", spawn)

    async def scenario() -> None:
        app = App(random.Random(seed))
        page = app.page = FakePage(app.demo)
        page.load()
        await asyncio.sleep(0.01)
        for _ in range(60):
            await app.do_something(page)
        async with asyncio.timeout(60):  # or it would wait for ever for what is stuck
            while left_of(page):
                await answer_scripts(page)
                await asyncio.sleep(0.001)
        await settle()
        assert left_of(page) == []
        stages = {message["dependency"]: message["stage"] for message in page.sent("status")}
        assert set(stages.values()) <= {"complete", "error"}
        told = {text for _, text in page.toasts}
        assert {text for text in told if "currently busy" not in text} <= {"closed", "quick"}

    asyncio.run(scenario())
    assert "File " not in capsys.readouterr().err
