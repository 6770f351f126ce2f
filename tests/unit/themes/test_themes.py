from __future__ import annotations

import re
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest

import pyblocks as gr
from pyblocks.themes.css import theme_css
from pyblocks.themes.named import find_theme
from pyblocks.themes.utils import colors


def css_of(theme: gr.Theme) -> tuple[dict[str, str], dict[str, str]]:
    """The variables of the page in light and in dark."""
    rules = re.findall(r"^(:root[^{]*)\{([^}]*)\}", theme_css(theme), re.MULTILINE)
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for selector, body in rules:
        (dark if ".dark" in selector else light).update(re.findall(r"--([\w-]+): (.*);", body))
    return light, light | dark


def test_variables_are_css_in_light_and_dark() -> None:
    light, dark = css_of(gr.themes.Soft())
    assert light["primary-500"] == dark["primary-500"] == "#6366f1"
    assert light["block-title-text-color"] == "var(--primary-500)"
    assert dark["block-title-text-color"] == "white"
    assert light["button-large-padding"] == "var(--spacing-lg) calc(2 * var(--spacing-lg))"
    assert light["font"] == "'Montserrat', ui-sans-serif, system-ui, sans-serif"


def test_what_is_set_for_light_alone_holds_in_dark_where_the_theme_has_no_dark_of_it() -> None:
    light, dark = css_of(gr.themes.Soft().set(block_shadow="red", block_background_fill="*primary_50"))
    assert (light["block-shadow"], dark["block-shadow"]) == ("red", "red")
    assert (light["block-background-fill"], dark["block-background-fill"]) == (
        "var(--primary-50)",
        "var(--neutral-800)",
    )


def test_of_the_default_theme_only_changes_are_sent_for_the_page_has_it() -> None:
    assert theme_css(gr.themes.Default()) == ""
    light, dark = css_of(gr.themes.Default(text_size="lg").set(block_padding="1px", body_text_color_dark="*neutral_50"))
    assert set(light) == {"block-padding", *(f"text-{step}" for step in ("xxs", "xs", "sm", "md", "lg", "xl", "xxl"))}
    assert dark == light | {"body-text-color": "var(--neutral-50)"}


def test_hues_sizes_and_fonts_by_name_and_by_value() -> None:
    hue = gr.themes.Color(*(f"#{shade:06x}" for shade in range(11)))
    theme = gr.themes.Base(primary_hue="red", secondary_hue=hue, radius_size="none", font=["Inter", "serif"])
    light, _ = css_of(theme)
    assert light["primary-500"] == colors.red.c500
    assert light["secondary-950"] == "#00000a"
    assert light["radius-lg"] == "0px"
    assert light["font"] == "Inter, serif"


def test_a_class_of_the_apps_own_may_have_defaults_and_variables() -> None:
    class Seafoam(gr.themes.Soft):
        def __init__(self, **options: Any) -> None:
            super().__init__(primary_hue=colors.emerald, **options)
            self.name = "seafoam"
            super().set(body_background_fill="repeating-linear-gradient(45deg, *primary_200, *primary_50)")

    light, _ = css_of(Seafoam())
    assert light["primary-500"] == colors.emerald.c500
    assert light["body-background-fill"] == "repeating-linear-gradient(45deg, var(--primary-200), var(--primary-50))"
    assert light["block-border-width"] == "0px"


@pytest.mark.parametrize("name", ["soft", "Soft", "gradio/soft"])
def test_a_theme_may_be_named(name: str) -> None:
    assert isinstance(find_theme(name), gr.themes.Soft)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: find_theme("sofd"), "There is no built-in theme 'sofd': did you mean 'soft'?"),
        (lambda: find_theme("xyz"), "there are base, citrus, cyberpunk"),
        (lambda: find_theme(gr.themes.Soft), r"write theme=gr.themes.Soft\(\)"),
        (lambda: find_theme(7), "theme=7: a theme is one of gr.themes"),
        (
            lambda: gr.themes.Soft().set(blok_padding="1px"),
            "Themes have no variable 'blok_padding'. Did you mean block_p",
        ),
        (lambda: gr.themes.Soft().set(block_shadow="*block_shadow_dark"), r"write \*block_shadow"),
        (lambda: gr.themes.Soft(primary_hue="reddish"), "Themes have no hue 'reddish'; there are amber"),
        (lambda: gr.themes.Soft(text_size="huge"), "no text size 'huge'; there are lg, md, sm"),
        (lambda: gr.themes.Sofd, "There is no gr.themes.Sofd. Did you mean gr.themes.Soft?"),
        (lambda: gr.themes.Base.from_hub("gradio/seafoam"), "Hugging Face Hub"),
        (lambda: gr.themes.Soft().push_to_hub("mine"), "Hugging Face Hub"),
    ],
)
def test_mistakes_are_named(wrong: object, message: str) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError, RuntimeError), match=message):
        wrong()  # type: ignore[operator]


def test_a_theme_is_saved_and_loaded(tmp_path: Path) -> None:
    theme = gr.themes.Soft(font=[gr.themes.GoogleFont("Open Sans", weights=(300,)), "serif"]).set(block_padding="9px")
    file = str(tmp_path / "theme.json")
    theme.dump(file)
    loaded = gr.themes.Base.load(file)
    assert loaded.to_dict() == theme.to_dict()
    assert loaded._font == theme._font
    assert css_of(loaded) == css_of(theme)


def test_a_file_that_is_no_theme_is_named(tmp_path: Path) -> None:
    (tmp_path / "theme.json").write_text("[]")
    with pytest.raises(ValueError, match=r"theme\.json is not a theme that dump\(\) wrote"):
        gr.themes.Base.load(str(tmp_path / "theme.json"))
    with pytest.raises(ValueError, match=r"ends in \.json"):
        gr.themes.Base().dump(str(tmp_path / "theme"))


def test_fonts_of_the_apps_folder_are_in_the_style_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "static" / "fonts" / "MyFont"
    folder.mkdir(parents=True)
    (folder / "MyFont-Regular.woff2").write_bytes(b"font")
    css = theme_css(gr.themes.Soft(font=(gr.themes.LocalFont("My Font"), "serif")))
    assert "font-family: 'My Font'; font-weight: 400;" in css
    assert "data:font/woff2;base64,Zm9udA==" in css
    assert "MyFont-SemiBold.woff2 is missing" in capsys.readouterr().err


def test_nothing_is_said_of_the_fonts_that_gradio_brings_along(capsys: pytest.CaptureFixture[str]) -> None:
    assert "@font-face" not in theme_css(gr.themes.Soft())
    assert capsys.readouterr().err == ""


def test_a_google_font_says_where_its_style_sheet_is() -> None:
    font = gr.themes.GoogleFont("Open Sans", weights=(300, 700))
    assert font.stylesheet()["url"] == ("https://fonts.googleapis.com/css2?family=Open+Sans:wght@300;700&display=swap")
    assert str(font) == "'Open Sans'"


def test_themes_are_imported_only_by_apps_that_have_one() -> None:
    code = "import sys, pyblocks; print([m for m in sys.modules if m.startswith('pyblocks.themes')])"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_gradios_import_paths() -> None:
    code = (
        "from pyblocks.patches import compat; compat.install()\n"
        "import gradio.themes, gradio as gr\n"
        "from gradio.themes.base import Base\n"
        "from gradio.themes import Soft\n"
        "from gradio.themes.utils import colors, fonts, sizes\n"
        "assert issubclass(Soft, Base) and gr.Theme is Base and gr.themes.colors is colors\n"
        "assert fonts.GoogleFont is gr.themes.GoogleFont and sizes.Size is gr.themes.Size\n"
    )
    run([sys.executable, "-c", code], check=True)
