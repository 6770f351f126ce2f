"""The modules of an app, imported before there is a page."""

from __future__ import annotations

import os
import random
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from weakref import WeakSet

import pytest

from pyblocks.host.app_file import AppError
from pyblocks.host.app_imports import import_modules
from pyblocks.host.import_traces import noting_chance


@pytest.fixture(autouse=True)
def interpreter_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder, path, finders, modules = Path.cwd(), list(sys.path), list(sys.meta_path), dict(sys.modules)
    start = threading.Thread.start
    monkeypatch.setitem(sys.modules, "js", ModuleType("js"))
    yield
    threading.Thread.start = start  # type: ignore[method-assign]
    assert (Path.cwd(), sys.path) == (folder, path)
    sys.meta_path[:] = finders
    for name in sys.modules.keys() - modules.keys():
        del sys.modules[name]


def imported(folder: Path, **sources: str) -> list[str]:
    """Import what ``app`` does; the lines on what was left out."""
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    return import_modules(folder / "app.py", [folder])


def test_what_the_statements_outside_functions_name_is_there_and_the_app_has_not_run(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "part.py").write_text("import inner")
    app = """
from __future__ import annotations
from typing import TYPE_CHECKING
from package import part
if TYPE_CHECKING:
    import for_checkers
def late():
    import for_later
if 1 + 1 == 2:
    import helpers as other
raise SystemExit("the app ran")
"""
    assert imported(tmp_path, app=app, helpers="", inner="", for_later="", for_checkers="") == []
    there = {name for name in ("package.part", "inner", "helpers", "for_later", "for_checkers") if name in sys.modules}
    assert there == {"package.part", "inner", "helpers"}
    assert not list(tmp_path.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import js", "it imports js"),
        ("from js import document", "it imports js"),
        ("try:\n    import js\nexcept Exception:\n    js = None", "it imports js"),
        ("import pyblocks as gr\nwith gr.Blocks() as demo:\n    pass\ndemo.launch()", "it calls launch()"),
    ],
)
def test_modules_that_need_the_page_are_left_out_with_those_that_need_them(
    tmp_path: Path, source: str, why: str
) -> None:
    page = sys.modules["js"]
    left_out = imported(tmp_path, app="import pages\nimport helpers", pages="import tools", tools=source, helpers="")
    assert left_out == [f"pages → tools, which needs the page ({why})"]
    assert "helpers" in sys.modules
    assert not sys.modules.keys() & {"pages", "tools"}
    assert sys.modules["js"] is page


@pytest.mark.parametrize("app", ["import package", "try:\n    import package\nexcept Exception:\n    pass"])
def test_a_package_that_needs_the_page_is_imported_whole_later(tmp_path: Path, app: str) -> None:
    (tmp_path / "package" / "inner").mkdir(parents=True)
    (tmp_path / "package" / "__init__.py").write_text("import package.inner.part, apart, needy\npackage.inner")
    (tmp_path / "package" / "inner" / "part.py").write_text("")
    left_out = imported(tmp_path, app=app, apart="", needy="import js")
    assert left_out == ["package → needy, which needs the page (it imports js)"]
    assert {name for name in sys.modules if name.startswith(("package", "apart"))} == {"apart"}


def test_pyodides_own_modules_may_have_the_page(tmp_path: Path) -> None:
    (tmp_path / "pyodide.py").write_text("import js")
    (tmp_path / "js.py").write_text("")
    assert imported(tmp_path, app="import pyodide") == []


@pytest.mark.parametrize(
    ("helpers", "error"),
    [
        ("\n1 / 0", "helpers.py, line 2: ZeroDivisionError: division by zero"),
        ("import not_here", "helpers.py, line 1: ModuleNotFoundError: No module named 'not_here'"),
        ("oops(", "helpers.py, line 1: SyntaxError: '(' was never closed"),
        ("f = open(__file__)", "app.py, line 1: importing this leaves a file open, which can't stay open"),
        ("open('cache', 'w').close()", "app.py, line 1: importing this makes "),
        ("import threading\nthreading.Thread().start()", "helpers.py, line 2: RuntimeError: can't start new thread"),
    ],
)
def test_what_can_not_be_kept_is_an_error(tmp_path: Path, helpers: str, error: str) -> None:
    with pytest.raises(AppError) as raised:
        imported(tmp_path, app="import helpers", helpers=helpers)
    assert str(raised.value).startswith(error)
    module = sys.modules.get("helpers")
    if module is not None and hasattr(module, "f"):
        module.f.close()


def test_what_an_app_has_a_way_around_is_told(tmp_path: Path) -> None:
    app = "try:\n    import faster\nexcept ImportError:\n    import slower\n"
    left_out = imported(tmp_path, app=app, slower="")
    assert left_out == ["app.py, line 2: ModuleNotFoundError: No module named 'faster'"]
    assert "slower" in sys.modules


def test_modules_find_themselves_where_the_app_will_be(tmp_path: Path) -> None:
    imported(tmp_path, app="import helpers", helpers="import os; folder = os.getcwd()")
    assert sys.modules["helpers"].folder == os.path.realpath(tmp_path)
    assert sys.modules["helpers"].__file__ == str(tmp_path / "helpers.py")


def test_generators_that_chance_has_seeded_are_known() -> None:
    state = random.getstate()
    generators = WeakSet([random._inst])
    with noting_chance(generators):
        mine, seeded, both = random.Random(), random.Random(1), random.Random()
        both.seed(2)
        assert set(generators) == {random._inst, mine}
        random.seed(3)
        assert set(generators) == {mine}
    random.setstate(state)
    assert random.Random() not in generators
    assert seeded.random() == random.Random(1).random()
