"""Themes in JSON files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ..version import GRADIO_VERSION
from .utils.fonts import as_font, as_saved

if TYPE_CHECKING:
    from typing import Self

_FONTS = ("_font", "_font_mono")
_NO_HUB = (
    "{} needs the Hugging Face Hub, which a page without a server doesn't reach: "
    "put the theme's JSON file into the app's folder and read it with gr.themes.Base.load('theme.json')."
)


class SavedTheme:
    """What a theme can do with JSON: the form is Gradio's, so that files of either can be read by the other."""

    @classmethod
    def load(cls, path: str) -> Self:
        """Read a theme from a file that :meth:`dump` wrote.

        Raises:
            FileNotFoundError: there is no such file.
            ValueError: it is not a theme.
        """
        try:
            return cls.from_dict(json.loads(Path(path).read_text("utf-8")))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise ValueError(f"{path} is not a theme that dump() wrote: {type(error).__name__}: {error}") from error

    @classmethod
    def from_dict(cls, theme: dict[str, dict[str, Any]]) -> Self:
        """The theme that :meth:`to_dict` gave; what it doesn't say is as in this class."""
        made = cls()
        for name, value in theme["theme"].items():
            if name in _FONTS:
                setattr(made, name, [as_font(font) for font in value])
            elif isinstance(value, str):
                setattr(made, name, value)
        return made

    def to_dict(self) -> dict[str, Any]:
        """All variables, in ``["theme"]``."""
        theme: dict[str, Any] = {name: value for name, value in vars(self).items() if isinstance(value, str)}
        for name in _FONTS:
            theme[name] = [as_saved(font) for font in getattr(self, name, ())]
        return {"theme": {"name": getattr(self, "name", "")} | theme, "gradio_version": GRADIO_VERSION}

    def dump(self, filename: str) -> None:
        """Write the theme to a JSON file.

        Raises:
            ValueError: the name doesn't end in ``.json``.
        """
        if not filename.endswith(".json"):
            raise ValueError(f"{filename}: a theme's file ends in .json.")
        Path(filename).write_text(json.dumps(self.to_dict(), indent=2), "utf-8")

    @classmethod
    def from_hub(cls, repo_name: str, token: str | None = None) -> NoReturn:
        """Not in a page without a server.

        Raises:
            RuntimeError: always; it says what to do instead.
        """
        raise RuntimeError(_NO_HUB.format(f"from_hub({repo_name!r})"))

    def push_to_hub(
        self,
        repo_name: str,
        org_name: str | None = None,
        version: str | None = None,
        token: str | None = None,
        theme_name: str | None = None,
        description: str | None = None,
        private: bool = False,
    ) -> NoReturn:
        """Not in a page without a server.

        Raises:
            RuntimeError: always; it says what to do instead.
        """
        raise RuntimeError(_NO_HUB.format(f"push_to_hub({repo_name!r})"))
