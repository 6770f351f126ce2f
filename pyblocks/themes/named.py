"""The theme that an app asks for: an instance, or a name."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import Any

from .base import ThemeClass

#: The built-in themes and their modules.
MODULES = {
    name: name.lower()
    for name in (
        "Base",
        "Citrus",
        "Cyberpunk",
        "Default",
        "Ember",
        "Glass",
        "Mario",
        "Monochrome",
        "Neon",
        "Ocean",
        "Origin",
        "Soft",
    )
}


def built_in(name: str) -> Any:
    """The class of that name."""
    return getattr(import_module(f".{MODULES[name]}", __package__), name)


def find_theme(theme: Any) -> ThemeClass:
    """What ``theme=`` means.

    Parameters:
        theme: a theme, or the name of a built-in one: ``"soft"``, ``"Soft"``, ``"gradio/soft"``.

    Raises:
        ValueError: there is no theme of that name.
        TypeError: it is neither.
    """
    if isinstance(theme, ThemeClass):
        return theme
    if isinstance(theme, type) and issubclass(theme, ThemeClass):
        raise TypeError(f"theme={theme.__name__} is a class: write theme=gr.themes.{theme.__name__}().")
    if not isinstance(theme, str):
        raise TypeError(f"theme={theme!r}: a theme is one of gr.themes, such as gr.themes.Soft(), or its name.")
    names = {name.lower(): name for name in MODULES}
    wanted = theme.lower().removeprefix("gradio/")
    if wanted not in names:
        nearest = get_close_matches(wanted, names, n=1)
        hint = f"did you mean {nearest[0]!r}?" if nearest else f"there are {', '.join(names)}."
        raise ValueError(
            f"There is no built-in theme {theme!r}: {hint}"
            " Themes of the Hugging Face Hub work from a file: gr.themes.Base.load('theme.json')."
        )
    made: ThemeClass = built_in(names[wanted])()
    return made
