"""``gr.Examples``: rows, clicks, and cached results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle
from pyblocks.app.blocks import LaunchOptions
from pyblocks.host.app_file import Launched
from pyblocks.host.prerender import compute_caches


def pick(page: FakePage, dataset: gr.Dataset, index: int) -> None:
    page.emit(dataset, "click", {"index": index}, value=index)


def test_a_click_fills_in_the_inputs() -> None:
    with gr.Blocks() as demo:
        word, number, other = gr.Textbox(label="Word"), gr.Number(label="Number"), gr.Textbox("as it was")
        examples = gr.Examples([["a", 1, None], ["b", None]], [word, number, other], label="Some")
    dataset = examples.dataset

    async def scenario() -> None:
        page = FakePage(demo)
        props = page.props[dataset._id]
        assert props["label"] == "Some"
        assert props["headers"] == ["Word", "Number"]
        assert props["samples"] == [["a", 1], ["b", None]]
        assert props["components"] == ["textbox", "number"]
        pick(page, dataset, 0)
        await settle()
        assert (page.value(word), page.value(number), page.value(other)) == ("a", 1, "as it was")
        pick(page, dataset, 1)
        await settle()
        assert (page.value(word), page.value(number)) == ("b", None)

    run(scenario)


def test_for_one_input_a_list_of_values_will_do() -> None:
    with gr.Blocks():
        examples = gr.Examples(["a", "b"], gr.Textbox(), example_labels=["A", "B"], examples_per_page=5)
    assert examples.examples == [["a"], ["b"]]
    assert examples.dataset.page_props()["sample_labels"] == ["A", "B"]
    assert examples.dataset.page_props()["samples_per_page"] == 5


def test_run_on_click_calls_the_function() -> None:
    with gr.Blocks() as demo:
        word, length = gr.Textbox(), gr.Number()
        examples = gr.Examples(["one", "three"], word, length, len, run_on_click=True)

    async def scenario() -> None:
        page = FakePage(demo)
        pick(page, examples.dataset, 1)
        await settle()
        assert page.value(length) == 5

    run(scenario)


def counted(calls: list[str]) -> Any:
    def length(word: str) -> Any:
        calls.append(word)
        return len(word), gr.update(label=word.upper())

    return length


def cached_app(calls: list[str], **options: Any) -> tuple[gr.Blocks, gr.Examples, gr.Number, gr.Textbox]:
    with gr.Blocks() as demo:
        word, number, box = gr.Textbox(), gr.Number(), gr.Textbox()
        examples = gr.Examples(["one", "three"], word, [number, box], counted(calls), cache_examples=True, **options)
    return demo, examples, number, box


def test_lazily_cached_results_are_computed_once() -> None:
    calls: list[str] = []
    demo, examples, number, box = cached_app(calls, cache_mode="lazy")

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert calls == []
        for _ in range(2):
            pick(page, examples.dataset, 1)
            await settle()
            assert page.value(number) == 5
            assert page.props[box._id]["label"] == "THREE"
        assert calls == ["three"]

    run(scenario)


def test_eagerly_cached_results_come_with_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    demo, *_ = cached_app([])

    async def build() -> None:
        files = await compute_caches([Launched(demo, LaunchOptions())])
        for name, text in files.items():
            assert name.startswith(".gradio/cached_examples/")
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text)

    run(build)
    calls: list[str] = []
    demo, examples, number, box = cached_app(calls, preload=1)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert (page.value(examples.inputs[0]), page.value(number)) == ("three", 5)
        pick(page, examples.dataset, 0)
        await settle()
        assert (page.value(number), page.props[box._id]["label"]) == (3, "ONE")
        assert calls == []

    run(scenario)


def test_no_preload_over_what_the_app_itself_begins_with() -> None:
    with gr.Blocks() as demo:
        word = gr.Textbox("own")
        gr.Examples(["one"], word, gr.Number(), len, cache_examples=True)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(word) == "own"

    run(scenario)


def test_a_batch_function_is_given_lists() -> None:
    with gr.Blocks() as demo:
        word, number = gr.Textbox(), gr.Number()
        examples = gr.Examples(
            ["one"], word, number, lambda words: [[len(w) for w in words]], True, cache_mode="lazy", batch=True
        )

    async def scenario() -> None:
        page = FakePage(demo)
        pick(page, examples.dataset, 0)
        await settle()
        assert page.value(number) == 3

    run(scenario)


def test_a_folder_with_a_log(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text('Word,Number,Choice,flag\n"a, b",3,2,x\n7,,1,\n')
    with gr.Blocks():
        examples = gr.Examples(str(tmp_path), [gr.Textbox(), gr.Number(), gr.Radio([1, 2])])
    assert examples.examples == [["a, b", 3, 2], ["7", None, 1]]


def test_a_folder_of_files_is_for_one_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    with gr.Blocks():
        assert gr.Examples(str(tmp_path), gr.Textbox()).examples == [[str(tmp_path / "a.txt")]]
        with pytest.raises(ValueError, match=r"needs a log\.csv"):
            gr.Examples(str(tmp_path), [gr.Textbox(), gr.Number()])


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"examples": [["a", 1]]}, "Example 0 has 2 values for 1 inputs"),
        ({"examples": "no_such_folder"}, "no such folder"),
        ({"examples": 3}, "a list or the name of a folder, not int"),
        ({"cache_examples": True}, "needs fn and outputs"),
        ({"run_on_click": True}, "needs fn and outputs"),
        ({"example_labels": ["A", "B"]}, "2 labels for 1 examples"),
        ({"cache_mode": "never"}, "'eager' or 'lazy'"),
    ],
)
def test_bad_arguments(arguments: dict[str, Any], error: str) -> None:
    with gr.Blocks(), pytest.raises((ValueError, TypeError, FileNotFoundError), match=error):
        usual: dict[str, Any] = {"examples": ["a"], "inputs": gr.Textbox()}
        gr.Examples(**(usual | arguments))


def test_no_examples_at_all() -> None:
    with gr.Blocks():
        examples = gr.Examples([], gr.Textbox(), gr.Textbox(), len, cache_examples=True)
        assert (examples.examples, examples.dataset.page_props()["samples"]) == ([], [])


def test_outside_of_blocks() -> None:
    with pytest.raises(AttributeError, match="outside of"):
        gr.Examples(["a"], gr.Textbox())


def test_a_state_can_not_be_cached() -> None:
    with gr.Blocks(), pytest.raises(ValueError, match=r"can't keep a gr\.State"):
        gr.Examples(["a"], gr.Textbox(), gr.State(), len, cache_examples=True)
