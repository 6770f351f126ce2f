from __future__ import annotations

import importlib
import inspect
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from pyblocks.patches.import_hook import after_import


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


def test_a_module_may_be_looked_for_before_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    finders = list(sys.meta_path)
    changed: list[ModuleType] = []
    after_import("late_module", changed.append)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("late_module")
    (tmp_path / "late_module.py").write_text("")
    importlib.invalidate_caches()
    assert find_spec("late_module") is not None
    assert changed == []
    module = importlib.import_module("late_module")
    assert changed == [module]
    assert sys.meta_path == finders
    del sys.modules["late_module"]
