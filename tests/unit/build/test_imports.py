"""What an app imports, read from its files."""

from __future__ import annotations

import pytest

from pyblocks.build.imports import uses_stdlib

SNAPSHOT = {"json", "json.decoder", "os", "os.path"}


@pytest.mark.parametrize(
    ("source", "uses"),
    [
        ("import json, os.path\nimport gradio as gr, numpy", False),
        ("from json.decoder import JSONDecodeError", False),
        ("from . import csv\nfrom .csv import reader", False),
        ("import csv", True),
        ("import json.tool", True),
        ("def read():\n    from csv import reader", True),
        ("x = 'import csv'", False),
        ("this is broken(", True),
        ("import json\0", True),
    ],
)
def test_modules_of_the_standard_library_beyond_the_snapshot(source: str, uses: bool) -> None:
    assert uses_stdlib({"app.py": b"import json", "pages/cart.py": source.encode()}, SNAPSHOT) is uses


def test_other_files_are_not_read() -> None:
    assert not uses_stdlib({"notes.txt": b"import csv"}, SNAPSHOT)
