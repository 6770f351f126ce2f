from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pyblocks.host.app_file import AppError, Launched, run_app
from pyblocks.session.config import build_config
from pyblocks.session.session import Session
from pyblocks.session.storage import MemoryStorage


@pytest.fixture(autouse=True)
def interpreter_as_before() -> Iterator[None]:
    folder, path, main = Path.cwd(), list(sys.path), sys.modules["__main__"]
    yield
    os.chdir(folder)
    sys.path[:] = path
    sys.modules["__main__"] = main


def run(folder: Path, source: str, **others: str) -> Launched:
    """The only thing that the app launches."""
    for name, text in {"app": source, **others}.items():
        (folder / f"{name}.py").write_text(text)
    (launched,) = asyncio.run(run_app(folder / "app.py"))
    return launched


def test_an_app_runs_as_main_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "title.txt").write_text("From a file")
    launched = run(
        tmp_path,
        "import pyblocks as gr\n"
        "if __name__ == '__main__':\n"
        "    with gr.Blocks(title=open('title.txt').read(), css='b {}') as demo: pass\n"
        "    demo.launch()\n",
    )
    assert launched.root.title == "From a file"
    assert launched.options.css == "b {}"


@pytest.mark.parametrize(
    ("blocks", "launch"), [("theme=gr.themes.Soft()", ""), ("", "theme='soft'"), ("theme='neon'", "theme='soft'")]
)
def test_a_theme_is_given_to_blocks_or_to_launch_which_wins(tmp_path: Path, blocks: str, launch: str) -> None:
    source = f"import pyblocks as gr\nwith gr.Blocks({blocks}) as demo: pass\ndemo.launch({launch})\n"
    launched = run(tmp_path, source)
    assert launched.options.theme is not None
    assert launched.options.theme.name == "soft"
    config = build_config(Session(launched.root, storage=MemoryStorage()), launched.options)
    assert "--primary-500: #6366f1;" in config["theme"]


@pytest.mark.parametrize(
    ("argument", "key", "expected"),
    [
        ("css='b {}'", "css", "b {}"),
        ("css_paths='style.css'", "css", "i {}"),
        ("css_paths=['style.css']", "css", "i {}"),
        ("head='<meta name=x>'", "head", "<meta name=x>"),
        ("head_paths='head.html'", "head", "<meta name=y>"),
        ("js='() => 1'", "js", "() => 1"),
    ],
)
@pytest.mark.parametrize("place", ["blocks", "interface", "launch"])
def test_page_options_in_both_spellings(tmp_path: Path, argument: str, key: str, expected: str, place: str) -> None:
    (tmp_path / "style.css").write_text("i {}")
    (tmp_path / "head.html").write_text("<meta name=y>")
    given = {"blocks": "", "interface": "", "launch": "", place: argument}
    interface = f"gr.Interface(len, 'text', 'number', {given['interface']})"
    made = interface if place == "interface" else f"gr.Blocks({given['blocks']})"
    launched = run(tmp_path, f"import pyblocks as gr\ndemo = {made}\ndemo.launch({given['launch']})\n")
    config = build_config(Session(launched.root, storage=MemoryStorage()), launched.options)
    assert config[key] == expected  # type: ignore[literal-required]


def test_the_footers_links_and_the_translations_are_in_the_config(tmp_path: Path) -> None:
    source = (
        "import pyblocks as gr\nwith gr.Blocks() as demo: pass\n"
        "demo.launch(footer_links=['api', 'settings'], i18n=gr.I18n(en={'a': 'A'}))\n"
    )
    launched = run(tmp_path, source)
    config = build_config(Session(launched.root, storage=MemoryStorage()), launched.options)
    assert config["footer_links"] == [{"label": "settings"}]
    assert config["translations"] == {"en": {"a": "A"}}
    assert config["theme"] == ""


def test_gradio_5s_show_api_is_taken_by_launch(tmp_path: Path) -> None:
    launched = run(tmp_path, "import pyblocks as gr\nwith gr.Blocks() as demo: pass\ndemo.launch(show_api=False)\n")
    assert launched.options.footer_links == ({"label": "gradio"}, {"label": "settings"})


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("theme='sofd'", "app.py, line 3: ValueError: There is no built-in theme 'sofd': did you mean 'soft'?"),
        ("i18n={'en': {}}", "app.py, line 3: TypeError: launch.*give it a gr.I18n"),
        (
            "footer_links=['setings']",
            "app.py, line 3: ValueError: footer_links has 'setings'.*Did you mean 'settings'?",
        ),
    ],
)
def test_wrong_page_options_are_told_of_with_the_apps_line(tmp_path: Path, arguments: str, message: str) -> None:
    with pytest.raises(AppError, match=message):
        run(tmp_path, f"import pyblocks as gr\nwith gr.Blocks() as demo: pass\ndemo.launch({arguments})\n")


def test_await_is_allowed_at_the_top_level(tmp_path: Path) -> None:
    source = "import asyncio, pyblocks as gr\nawait asyncio.sleep(0)\nwith gr.Blocks() as d: pass\nd.launch()\n"
    assert run(tmp_path, source).root.title == "Gradio"


def test_an_exception_is_reported_with_the_apps_own_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"app\.py, line 2: ZeroDivisionError: division by zero") as caught:
        run(tmp_path, "x = 1\nx / 0\n")
    assert "x / 0" in caught.value.details


def test_an_exception_in_a_helper_module_names_that_file(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"broken_helper\.py, line 1: NameError"):
        run(tmp_path, "import broken_helper\n", broken_helper="undefined_name\n")


def test_an_exception_inside_pyblocks_names_the_apps_line(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"app\.py, line 3: .*type is one of"):
        run(tmp_path, "import pyblocks as gr\nwith gr.Blocks():\n    gr.Textbox(type='number')\n")


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"app\.py, line 2: SyntaxError"):
        run(tmp_path, "x = 1\ny = = 2\n")


def test_an_app_that_launches_nothing_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"app\.py launches nothing: call launch\(\)"):
        run(tmp_path, "import pyblocks as gr\nwith gr.Blocks() as demo: pass\n")
