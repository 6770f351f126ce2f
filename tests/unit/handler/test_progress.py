from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.engine import progress_report


def click(fn: Any, **options: Any) -> FakePage:
    """The page after a button that runs ``fn`` was clicked and all is over."""
    with gr.Blocks() as demo:
        text, button = gr.Textbox(), gr.Button()
        button.click(fn, None, text, **options)
    pages: list[FakePage] = []

    async def scenario() -> None:
        pages.append(FakePage(demo))
        pages[0].emit(button, "click")
        await settle()

    run(scenario)
    return pages[0]


def told(page: FakePage) -> list[Any]:
    """What the page heard: of each message the steps, as ``(desc, index, length, progress)``."""
    return [
        [(step["desc"], step["index"], step["length"], step["progress"]) for step in message["steps"]]
        for message in page.sent("progress")
    ]


@pytest.fixture
def all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page hears of every step."""
    monkeypatch.setattr(progress_report, "_INTERVAL", 1e-9)


@pytest.mark.usefixtures("all_at_once")
def test_the_call_says_how_far_the_function_is() -> None:
    def work(progress: Any = gr.Progress()) -> str:
        assert progress(0.3, desc="Loading") == 0.3
        progress((3, 10), unit="files")
        progress((4, None))
        progress(None, desc="Almost")
        return "done"

    page = click(work)
    assert told(page) == [
        [("Loading", None, None, 0.3)],
        [(None, 3, 10, None)],
        [(None, 4, None, None)],
        [("Almost", None, None, None)],
    ]
    assert page.sent("progress")[1]["steps"][0]["unit"] == "files"
    assert page.painted >= 4
    assert [m["type"] for m in page.messages][-2:] == ["update", "status"]


@pytest.mark.usefixtures("all_at_once")
def test_loops_count_their_items_and_nest() -> None:
    def work(progress: Any = gr.Progress()) -> str:
        seen = []
        for a in progress.tqdm("ab", desc="outer"):
            for b in progress.tqdm(iter([1, 2, 3]), desc="inner", total=3):
                if b == 2:
                    break
                seen.append(f"{a}{b}")
        return " ".join(seen)

    page = click(work)
    assert list(page.props.values())[1]["value"] == "a1 b1"
    assert told(page) == [
        [("outer", 0, 2, None)],
        [("outer", 0, 2, None), ("inner", 0, 3, None)],
        [("outer", 0, 2, None), ("inner", 1, 3, None)],
        [("outer", 1, 2, None)],
        [("outer", 1, 2, None), ("inner", 0, 3, None)],
        [("outer", 1, 2, None), ("inner", 1, 3, None)],
        [("outer", 2, 2, None)],
    ]


@pytest.mark.usefixtures("all_at_once")
def test_steps_can_be_counted_by_hand() -> None:
    async def work(progress: Any = gr.Progress()) -> None:
        bar = progress.tqdm(None, total=4)
        assert len(progress) == 4
        progress.update(3)
        bar.update()

    assert told(click(work)) == [[(None, 0, 4, None)], [(None, 3, 4, None)], [(None, 4, 4, None)]]


def test_a_hundred_thousand_steps_are_few_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_report, "_INTERVAL", 3600)

    def work(progress: Any = gr.Progress()) -> str:
        return str(sum(progress.tqdm(range(100_000))))

    page = click(work)
    assert len(told(page)) == 3
    assert page.painted < 10


def test_the_newest_is_told_while_the_function_waits() -> None:
    async def work(progress: Any = gr.Progress()) -> None:
        for i in range(100):
            progress(i / 100)
        await asyncio.sleep(0.2)

    page = click(work)
    assert told(page)[-1] == [(None, None, None, 0.99)]
    assert len(told(page)) < 100


def test_it_stands_between_inputs_and_each_run_has_its_own() -> None:
    given: list[Any] = []

    def work(a: str, progress: Any = gr.Progress(), b: str = "") -> None:
        given.append((a, progress, b))

    default = work.__defaults__[0]  # type: ignore[index]
    with gr.Blocks() as demo:
        first, second, button = gr.Textbox("x"), gr.Textbox("y"), gr.Button()
        button.click(work, [first, second])

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()

    run(scenario)
    assert [(a, b) for a, _, b in given] == [("x", "y"), ("x", "y")]
    assert len({id(progress) for _, progress, _ in given} | {id(default)}) == 3


def test_one_that_is_made_in_the_function_works_too_and_outside_of_handlers_it_does_nothing() -> None:
    progress = gr.Progress()
    assert progress(0.5, desc="nobody sees it") == 0.5
    assert list(progress.tqdm([1, 2])) == [1, 2]

    def work() -> None:
        gr.Progress()(0.5)

    assert told(click(work)) == [[(None, None, None, 0.5)]]


def test_a_generator_generates_again_after_its_progress() -> None:
    def work(progress: Any = gr.Progress()) -> Iterator[str]:
        yield "a"
        progress(0.5)
        yield "b"

    page = click(work)
    kinds = [m.get("stage", m["type"]) for m in page.messages if m["type"] != "update"]
    assert kinds == ["pending", "generating", "progress", "generating", "complete"]


def test_hidden_progress_is_not_told() -> None:
    def work(progress: Any = gr.Progress()) -> None:
        progress(0.5)

    assert told(click(work, show_progress="hidden")) == []


@pytest.mark.usefixtures("all_at_once")
def test_bars_of_tqdm_are_tracked(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("tqdm")
    library.__spec__ = sys.__spec__
    library.tqdm = Bar  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tqdm", library)
    Bar.printed.clear()

    def work(progress: Any = gr.Progress(track_tqdm=True)) -> None:
        for _ in Bar("ab", "outer"):
            list(Bar("c", "inner"))

    assert told(click(work)) == [
        [("outer", 0, 2, None)],
        [("outer", 0, 2, None), ("inner", 0, 1, None)],
        [("outer", 0, 2, None), ("inner", 1, 1, None)],
        [("outer", 0, 2, None)],
        [("outer", 1, 2, None)],
        [("outer", 1, 2, None), ("inner", 0, 1, None)],
        [("outer", 1, 2, None), ("inner", 1, 1, None)],
        [("outer", 1, 2, None)],
        [("outer", 2, 2, None)],
        [],
    ]
    assert Bar.printed == []
    list(Bar("ab", "elsewhere"))
    assert Bar.printed == ["elsewhere 0", "elsewhere 1", "elsewhere 2"]


class Bar:
    """What ``tqdm.tqdm`` has that matters here."""

    printed: list[str] = []  # noqa: RUF012
    monitor_interval = 10

    def __init__(self, iterable: str, desc: str) -> None:
        self.iterable, self.desc, self.total, self.unit, self.n = iterable, f"{desc}: ", len(iterable), "it", 0
        self.leave = True
        self.display()

    def __iter__(self) -> Iterator[str]:
        for item in self.iterable:
            yield item
            self.n += 1
            self.display()
        self.close()

    def display(self, msg: str | None = None, pos: int | None = None) -> None:
        self.printed.append(f"{self.desc.removesuffix(': ')} {self.n}")

    def close(self) -> None:
        """The bar is over."""
