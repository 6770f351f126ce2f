"""``gr.InputHTMLAttributes``: attributes of a text input's element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass
class InputHTMLAttributes:
    """HTML attributes for the input of a Textbox (Gradio's ``InputHTMLAttributes``); None leaves one out."""

    autocapitalize: Literal["off", "none", "on", "sentences", "words", "characters"] | None = None
    autocorrect: Literal["on", "off"] | None = None
    spellcheck: bool | None = None
    autocomplete: str | None = None
    tabindex: int | None = None
    enterkeyhint: Literal["enter", "done", "go", "next", "previous", "search", "send"] | None = None
    lang: str | None = None
