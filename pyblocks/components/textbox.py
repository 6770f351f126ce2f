"""``gr.Textbox`` and ``gr.TextArea``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..events import Event
from ..signature import arguments
from ..spellings import accepts_older_spellings
from ..tree import Block, Key
from .base import FormComponent
from .html_attributes import InputHTMLAttributes


class Textbox(FormComponent):
    """A box for text (Gradio's ``Textbox``). A handler gets ``str`` or None, and returns anything with a ``str()``.

    Parameters:
        type: ``text``, ``password`` (dots) or ``email``; the last two are one line.
        lines: lines shown at least; more than one makes it a text area.
        max_lines: lines to grow to before it scrolls; 20 if None, 1 where it is not ``text``.
        placeholder: a hint shown while it is empty.
        autofocus: whether it has the focus when the page opens.
        autoscroll: whether it scrolls to the end when its value changes.
        text_align: ``left`` or ``right``; None follows ``rtl``.
        rtl: whether the text runs right to left.
        buttons: ``"copy"`` for a button that copies the text; a ``gr.Button`` for one of the app's own.
        max_length: most characters that can be typed.
        submit_btn: a button that submits: True for an arrow, or its text.
        stop_btn: a button that triggers ``stop``: True for a square, or its text.
        html_attributes: attributes of the input element.
    """

    block_name = "textbox"
    input = Event()
    select = Event()
    submit = Event()
    focus = Event()
    blur = Event()
    stop = Event()
    copy = Event()

    @accepts_older_spellings("copy")
    def __init__(
        self,
        value: str | Callable[..., Any] | None = None,
        *,
        type: Literal["text", "password", "email"] = "text",
        lines: int = 1,
        max_lines: int | None = None,
        placeholder: str | None = None,
        label: str | None = None,
        info: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        interactive: bool | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        autofocus: bool = False,
        autoscroll: bool = True,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        text_align: Literal["left", "right"] | None = None,
        rtl: bool = False,
        buttons: list[Any] | None = None,
        max_length: int | None = None,
        submit_btn: str | bool | None = False,
        stop_btn: str | bool | None = False,
        html_attributes: InputHTMLAttributes | None = None,
    ) -> None:
        if type not in ("text", "password", "email"):
            raise ValueError(f"gr.Textbox(type={type!r}): type is 'text', 'password' or 'email'.")
        super().__init__(**arguments(locals()))

    def preprocess(self, payload: str | None) -> str | None:
        """The text, or None where there has never been any."""
        return None if payload is None else str(payload)

    def postprocess(self, value: Any) -> str | None:
        """``str(value)``; None stays None, an empty box."""
        return None if value is None else str(value)
