from __future__ import annotations

import copy
import json

import pytest

import pyblocks as gr
from fake_page import FakePage
from pyblocks.wire.codec import encode

MARK = '__i18n__{"__type__": "translation_metadata", "key": "greeting"}'


@pytest.fixture
def i18n() -> gr.I18n:
    return gr.I18n(en={"greeting": "Hello"}, **{"zh-CN": {"greeting": "你好"}})


def test_a_text_is_gradios_mark_of_its_key(i18n: gr.I18n) -> None:
    text = i18n("greeting")
    assert str(text) == f"{text}" == MARK
    assert "# " + text + "!" == f"# {MARK}!"
    assert text.to_dict() == json.loads(MARK.removeprefix("__i18n__"))


def test_changing_its_case_keeps_it(i18n: gr.I18n) -> None:
    assert i18n("greeting").upper() == i18n("greeting").strip() == MARK


def test_it_is_copied_and_sent_as_what_it_is(i18n: gr.I18n) -> None:
    assert copy.deepcopy(i18n("greeting")) == MARK
    assert json.loads(encode({"label": i18n("greeting")})) == {"label": MARK}  # type: ignore[arg-type]


def test_translations_are_by_language(i18n: gr.I18n) -> None:
    assert i18n.translations == i18n.translations_dict == {"en": {"greeting": "Hello"}, "zh-CN": {"greeting": "你好"}}


@pytest.mark.parametrize("wrong", [["Hello"], {"greeting": 1}, "Hello"])
def test_texts_that_are_no_dict_of_text_are_named(wrong: object) -> None:
    with pytest.raises(TypeError, match=r"write the texts by key"):
        gr.I18n(en=wrong)  # type: ignore[arg-type]


def test_a_language_that_no_browser_asks_for_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    gr.I18n(english={}, de_AT={})
    told = capsys.readouterr().err
    assert "'english'" in told
    assert "'de_AT'" in told
    gr.I18n(en={}, **{"pt-BR": {}, "zh-Hant-TW": {}, "es-419": {}})
    assert capsys.readouterr().err == ""


def test_marks_are_in_the_props_of_components(i18n: gr.I18n) -> None:
    with gr.Blocks() as demo:
        gr.Radio([i18n("greeting"), "b"], label=i18n("greeting"), info=f"({i18n('greeting')})")
    page = FakePage(demo)
    props = page.config["components"][1]["props"]
    assert props["choices"] == [[MARK, MARK], ["b", "b"]]
    assert (props["label"], props["info"]) == (MARK, f"({MARK})")
