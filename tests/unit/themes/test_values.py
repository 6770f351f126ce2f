"""The variables of every theme are Gradio's: those of ``tests/gradio-themes-6.31.json``, read from the real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pyblocks import themes
from pyblocks.themes.base import SETTABLE
from pyblocks.themes.utils import colors, sizes

GRADIO: dict[str, Any] = json.loads((Path(__file__).parents[2] / "gradio-themes-6.31.json").read_text("utf-8"))
#: Ours are other pictures.
PICTURES = ("checkbox_check", "radio_circle")


@pytest.mark.parametrize("name", GRADIO["themes"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_theme_has_gradios_variables(name: str, mode: str) -> None:
    all_ours = getattr(themes, name)().page_variables()
    ours = {
        variable.removesuffix("_dark"): value
        for variable, value in all_ours.items()
        if variable.endswith("_dark") == (mode == "dark") and variable not in PICTURES
    }
    assert ours == GRADIO["themes"]["Base"][mode] | GRADIO["themes"][name][mode]


def test_every_theme_of_gradios_is_here() -> None:
    assert set(GRADIO["themes"]) == {name for name in themes.__all__ if _is_theme(getattr(themes, name))}


def _is_theme(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, themes.Base)


def test_set_takes_the_variables_that_gradios_takes() -> None:
    assert set(GRADIO["settable"]) | set(PICTURES) == set(SETTABLE)


@pytest.mark.parametrize("name", GRADIO["colors"])
def test_hues_are_gradios(name: str) -> None:
    assert getattr(colors, name).expand() == GRADIO["colors"][name]


@pytest.mark.parametrize("name", GRADIO["sizes"])
def test_sizes_are_gradios(name: str) -> None:
    assert getattr(sizes, name).expand() == GRADIO["sizes"][name]
