"""Flagging: what is written, and what the page is given of it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, run, settle

COMPONENTS = [gr.Textbox(label="A"), gr.Number(), gr.Label(), gr.Checkbox(label="Yes"), gr.CheckboxGroup(["a", "b"])]
LABEL = {"label": "cat", "confidences": [{"label": "cat", "confidence": 0.5}]}


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def test_csv_logger_writes_a_row_for_each_sample(tmp_path: Path) -> None:
    logger = gr.CSVLogger(verbose=False)
    logger.setup(COMPONENTS, tmp_path / "flagged")
    assert logger.flag(['say "é"', 3, LABEL, True, ["a"]], flag_option="bad", username="me") == 1
    assert logger.flag(["", None, {}, False, []], flag_option="good", username="me") == 2
    headers, first, second = rows(tmp_path / "flagged" / "dataset1.csv")
    assert headers == [
        *("A", "component 1", "component 2", "Yes", "component 4"),
        *("flag", "username", "timestamp"),
    ]
    confidences = '{"label": "cat", "confidences": [{"label": "cat", "confidence": 0.5}]}'
    assert first[:-1] == ['say "é"', "3", confidences, "true", '["a"]', "bad", "me"]
    assert second[:-1] == ["", "", "", "false", "[]", "good", "me"]


def test_csv_logger_begins_a_new_file_for_other_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for labels in (["A"], ["A", "B"], ["A"]):
        logger = gr.CSVLogger()
        logger.setup([gr.Textbox(label=label) for label in labels], tmp_path)
        logger.flag(["x"] * len(labels))
    assert [len(rows(tmp_path / name)) for name in ("dataset1.csv", "dataset2.csv")] == [3, 2]
    assert capsys.readouterr().out.count("Created dataset file at:") == 2


def test_csv_logger_with_a_name_of_the_apps(tmp_path: Path) -> None:
    logger = gr.CSVLogger(dataset_file_name="mine.csv")
    logger.setup([gr.Textbox(label="A")], tmp_path)
    logger.flag(["x"])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_simple_csv_logger_writes_values_alone(tmp_path: Path) -> None:
    logger = gr.SimpleCSVLogger()
    logger.setup(COMPONENTS[:2], tmp_path)
    assert logger.flag(["x", 1]) == 1
    assert logger.flag(["y", 2], flag_option="bad") == 2
    assert rows(tmp_path / "log.csv") == [["x", "1"], ["y", "2"]]


def upper(text: str) -> str:
    return text.upper()


def flagged(demo: gr.Interface, press: str) -> FakePage:
    """The page after the function ran and a button was pressed."""

    async def scenario() -> None:
        page.type(demo.input_components[0], "ab")
        for text in ("Submit", press):
            (button,) = (b for b in demo.blocks.values() if isinstance(b, gr.Button) and b.value == text)
            page.emit(button, "click")
            await settle()

    page = FakePage(demo)
    run(scenario)
    return page


def test_a_flag_button_gives_the_page_the_file(tmp_path: Path) -> None:
    demo = gr.Interface(upper, "text", "text", flagging_options=["bad"], flagging_dir=str(tmp_path))
    page = flagged(demo, "Flag as bad")
    (message,) = page.sent("file")
    assert message["path"] == (tmp_path / "dataset1.csv").as_posix()
    assert message["text"].splitlines()[0] == "text,output,flag,timestamp"
    assert message["text"].splitlines()[1].startswith("ab,AB,bad,20")
    assert [level for level, _ in page.toasts] == ["info"]


def test_automatic_flagging_says_nothing(tmp_path: Path) -> None:
    demo = gr.Interface(upper, "text", "text", flagging_mode="auto", flagging_dir=str(tmp_path))
    page = flagged(demo, "Clear")
    assert len(page.sent("file")) == 1
    assert page.toasts == []


def test_never(tmp_path: Path) -> None:
    demo = gr.Interface(upper, "text", "text", flagging_mode="never", flagging_dir=str(tmp_path))
    assert flagged(demo, "Clear").sent("file") == []


def test_a_callback_of_the_apps() -> None:
    seen: list[Any] = []

    class Callback(gr.FlaggingCallback):
        def setup(self, components: Any, flagging_dir: str) -> None:
            seen.append([*map(str, components), flagging_dir])

        def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
            seen.append([flag_data, flag_option, username])
            return 1

    demo = gr.Interface(upper, gr.Textbox(label="A"), "text", flagging_callback=Callback(), flagging_dir="none")
    flagged(demo, "Flag")
    assert seen == [["gr.Textbox('A')", "gr.Textbox('output')", "none"], [["ab", "AB"], None, None]]


def test_a_formula_and_a_lone_surrogate_are_kept_as_text(tmp_path: Path) -> None:
    logger = gr.CSVLogger(verbose=False)
    logger.setup([gr.Textbox(label="=A"), gr.Number(label="N")], tmp_path)
    assert [logger.flag([text, -5]) for text in ("=1+1", "a \ud800 b")] == [1, 2]
    headers, *cells = rows(tmp_path / "dataset1.csv")
    assert headers[:2] == ["'=A", "N"]
    assert [row[:2] for row in cells] == [["'=1+1", "-5"], ["a ? b", "-5"]]
