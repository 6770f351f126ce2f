"""``gr.Label``."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Block, Key
from .base import Component

#: What the page may give.
_WANTED = "a class, or classes with their confidences"


class Label(Component):
    """A classification: the best class, and how sure of each (Gradio's ``Label``).

    A handler returns ``{class: confidence}``, or one class as text or number, and gets the same back.

    Parameters:
        num_top_classes: most classes shown, the surest ones; None for all.
        color: the background of the best class: a CSS colour, or None.
        show_heading: whether the best class is shown above the list.
    """

    block_name = "label"
    select = Event()

    num_top_classes: int | None

    def __init__(
        self,
        value: dict[str, float] | str | float | Callable[..., Any] | None = None,
        *,
        num_top_classes: int | None = None,
        label: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        color: str | None = None,
        show_heading: bool = True,
        buttons: list[Any] | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> Any:
        """What :meth:`postprocess` gives."""
        if payload is None or payload == {}:
            return payload
        _check_parts(payload, "label", "confidences")
        for each in checks.listed(payload["confidences"], _WANTED):
            _check_parts(each, "label", "confidence")
            checks.number(each["confidence"])
        return payload

    def preprocess(self, payload: dict[str, Any] | None) -> dict[str, float] | str | None:
        """``{class: confidence}``, or the one class; None for nothing."""
        if not payload:
            return None
        if payload["confidences"] is None:
            return str(payload["label"])
        return {each["label"]: each["confidence"] for each in payload["confidences"]}

    def postprocess(self, value: Any) -> dict[str, Any]:
        """``{"label": best class, "confidences": [{"label", "confidence"}, ...]}``, the surest first.

        ``confidences`` is None for a single class; all of it is ``{}`` for nothing.
        """
        if value is None or value == {}:
            return {}
        if isinstance(value, (str, int, float)):
            return {"label": str(value), "confidences": None}
        if not isinstance(value, dict):
            raise TypeError(f"gr.Label takes a class or a dict of confidences, not {type(value).__name__}: {value!r}.")
        confidences = [{"label": name, "confidence": _confidence(name, number)} for name, number in value.items()]
        confidences.sort(key=lambda each: each["confidence"], reverse=True)
        return {"label": confidences[0]["label"], "confidences": confidences[: self.num_top_classes]}


def _confidence(name: Any, number: Any) -> float:
    try:
        return float(number)
    except (TypeError, ValueError):
        raise ValueError(f"gr.Label: the confidence of {name!r} is not a number: {number!r}.") from None


def _check_parts(part: Any, *names: str) -> None:
    if not isinstance(part, dict) or part.keys() != {*names}:
        raise checks.refusal(_WANTED, part)
    checks.scalar(part["label"], _WANTED)
