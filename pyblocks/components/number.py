"""``gr.Number``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from operator import index
from typing import Any, Literal, SupportsFloat

from ..handler.messages import Error
from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import FormComponent


class Number(FormComponent):
    """A box for a number (Gradio's ``Number``). A handler gets and returns ``int``, ``float`` or None.

    Parameters:
        placeholder: a hint shown while it is empty.
        precision: decimals that values are rounded to both ways; 0 makes them ``int``, None leaves them as they are.
        minimum, maximum: bounds; a value outside is an Error when a handler is to get it.
        step: what one press of an arrow adds.
    """

    block_name = "number"
    input = Event()
    submit = Event()
    focus = Event()
    blur = Event()

    precision: int | None
    minimum: float | None
    maximum: float | None

    def __init__(
        self,
        value: float | Callable[..., Any] | None = None,
        *,
        label: str | None = None,
        placeholder: str | None = None,
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
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        buttons: list[Any] | None = None,
        precision: int | None = None,
        minimum: float | None = None,
        maximum: float | None = None,
        step: float = 1,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> float | int | None:
        """A finite number, or None."""
        return checks.number(payload)

    def preprocess(self, payload: float | str | None) -> float | str | None:
        """The number, rounded to ``precision``; None for an empty box, text as it is where a handler put some."""
        if payload is None or isinstance(payload, str):
            return payload
        check_bounds(payload, self.minimum, self.maximum)
        return rounded(payload, self.precision)

    def initial_payload(self) -> Any:
        """A box without a value starts at 0, as in Gradio's page."""
        return 0 if self.value is None else super().initial_payload()

    def postprocess(self, value: Any) -> float | int | str | None:
        """The number, rounded to ``precision``, also from text that is one; None or ``""`` empties the box.

        Without a ``precision``, other text stays text and is shown in the empty box: ``gr.Number("Counting…")``.
        """
        if value is None or value == "":
            return None
        try:
            return page_number(value, self.precision)
        except ValueError:
            if self.precision is not None:
                raise
            return str(value)


def page_number(value: Any, precision: int | None) -> float | int:
    """``value`` rounded, as the page has it: whole ones are ``int``, since JavaScript knows no 3.0.

    Raises:
        TypeError, ValueError: it is not a number.
    """
    number = rounded(_as_number(value), precision)
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) < 2**53
    return int(number) if is_whole else number


def _as_number(value: Any) -> float | int:
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "__index__"):
        return index(value)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            raise ValueError(f"A number is expected, not the text {value!r}.") from None
    if isinstance(value, SupportsFloat):
        return float(value)
    raise TypeError(f"A number is expected, not {type(value).__name__}: {value!r}.")


def rounded(value: float, precision: int | None) -> float | int:
    """``value`` to ``precision`` decimals; an ``int`` for 0; as it is for None."""
    if precision is None:
        return value
    return round(value) if precision == 0 else round(value, precision)


def check_bounds(value: float, minimum: float | None, maximum: float | None) -> None:
    """Raise an Error for the visitor if ``value`` is out of bounds."""
    if minimum is not None and value < minimum:
        raise Error(f"Value {value} is less than minimum value {minimum}.")
    if maximum is not None and value > maximum:
        raise Error(f"Value {value} is greater than maximum value {maximum}.")
