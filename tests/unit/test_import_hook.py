from __future__ import annotations

import importlib
import inspect
import sys
from pathlib import Path
from types import ModuleType

import pytest

from pyblocks.import_hook import after_import


def test_a_module_is_changed_once_it_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hooked_module.py").write_text("name = 'own'\ndef f(): pass\n")
    monkeypatch.syspath_prepend(tmp_path)
    finders = list(sys.meta_path)

    def change(module: ModuleType) -> None:
        module.__dict__["name"] += " and changed"

    after_import("hooked_module", change)
    assert "hooked_module" not in sys.modules
    module = importlib.import_module("hooked_module")
    assert module.name == "own and changed"
    assert "def f" in inspect.getsource(module)
    assert sys.meta_path == finders
    after_import("hooked_module", change)
    assert module.name == "own and changed and changed"
    del sys.modules["hooked_module"]


def test_a_module_that_is_not_there_is_still_not_there() -> None:
    finders = list(sys.meta_path)
    after_import("no_such_module_at_all", print)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("no_such_module_at_all")
    assert sys.meta_path == finders
