"""What CheckboxGroup, Radio and Dropdown share: choices, and values that must be among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from ..handler.messages import Error
from .base import FormComponent

Choice = str | int | float
Choices = Sequence[Choice | tuple[str, Choice]]


class ChoiceComponent(FormComponent):
    """A component whose value is one or some of its choices.

    Parameters:
        choices: values, or ``(name, value)`` where the visitor reads something else than what the handler gets.
        type: whether the handler gets the ``value`` or its ``index`` among the choices.
    """

    allowed_values: ClassVar = {"type": ("value", "index")}

    choices: list[tuple[str, Choice]]
    type: Literal["value", "index"]

    def normalise(self, name: str, value: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.normalise`."""
        return pairs(value) if name == "choices" else super().normalise(name, value)

    @property
    def values(self) -> list[Choice]:
        """The values of all choices."""
        return [value for _, value in self.choices]

    def chosen(self, payload: Any, allow_custom: bool = False) -> Any:
        """One chosen value as a handler gets it: the app's own object, or its index.

        Raises:
            Error: it is not among the choices, unless ``allow_custom``; then its index is None.
        """
        values = self.values
        if payload in values:
            index = values.index(payload)
            return index if self.type == "index" else values[index]
        if allow_custom:
            return None if self.type == "index" else payload
        raise Error(f"Value: {payload!r} is not in the list of choices: {values}")

    def as_example(self, value: Any) -> Any:
        """The names of what is chosen."""
        names = {value: name for name, value in self.choices}
        return [names.get(each, each) for each in value] if isinstance(value, list) else names.get(value, value)

    def read_from_flag(self, payload: str) -> Any:
        """The value that was chosen, where the text is that of a choice."""
        return next((value for value in self.values if str(value) == payload), super().read_from_flag(payload))


def pairs(choices: Choices | None) -> list[tuple[str, Choice]]:
    """All choices as ``(name, value)``."""
    return [_pair(choice) for choice in choices or ()]


def _pair(choice: Any) -> tuple[str, Choice]:
    if not isinstance(choice, (tuple, list)):
        return str(choice), choice
    if len(choice) != 2:
        raise ValueError(f"A choice is a value or a (name, value), not {choice!r}.")
    return str(choice[0]), choice[1]


def listed(value: Any) -> list[Choice]:
    """What a handler returned for several choices: none for None, one for a single value."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]
