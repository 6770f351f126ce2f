"""``gr.Textbox`` and ``gr.TextArea``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import asdict
from typing import Any, ClassVar, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.spellings import COPY_BUTTON
from ..tree.tree import Block, Key
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
    older_spellings = COPY_BUTTON
    allowed_values: ClassVar = {"type": ("text", "password", "email")}
    input = Event()
    select = Event()
    submit = Event()
    focus = Event()
    blur = Event()
    stop = Event()
    copy = Event()

    type: Literal["text", "password", "email"]
    html_attributes: InputHTMLAttributes | None

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
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> str | None:
        """Text, or None."""
        return checks.text(payload)

    def preprocess(self, payload: str | None) -> str | None:
        """The text, or None where there has never been any."""
        return None if payload is None else str(payload)

    def postprocess(self, value: Any) -> str:
        """``str(value)``; None empties the box."""
        return "" if value is None else str(value)

    def read_from_flag(self, payload: str) -> str:
        """The text."""
        return payload

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`; passwords and e-mail addresses have one line."""
        if name in ("lines", "max_lines") and self.type != "text":
            return 1
        if name == "html_attributes" and self.html_attributes is not None:
            return asdict(self.html_attributes)
        return super().prop(name)


class TextArea(Textbox):
    """A Textbox of seven lines (Gradio's ``TextArea``)."""

    block_name = "textbox"

    def __init__(
        self,
        value: str | Callable[..., Any] | None = None,
        *,
        lines: int = 7,
        max_lines: int = 20,
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
        type: Literal["text", "password", "email"] = "text",
        text_align: Literal["left", "right"] | None = None,
        rtl: bool = False,
        buttons: list[Any] | None = None,
        max_length: int | None = None,
        submit_btn: str | bool | None = False,
        stop_btn: str | bool | None = False,
        html_attributes: InputHTMLAttributes | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))


Text = Textbox
