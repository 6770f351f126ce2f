from __future__ import annotations

import json
import tomllib
from pathlib import Path

from pyblocks.version import GRADIO_VERSION, PYBLOCKS_VERSION

TESTS = Path(__file__).parents[1]


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == PYBLOCKS_VERSION


def test_gradios_version_is_that_of_the_contract() -> None:
    assert json.loads((TESTS / "gradio-6.31.json").read_text("utf-8"))["gradio_version"] == GRADIO_VERSION
