"""What CheckboxGroup, Radio and Dropdown share: choices, and values that must be among them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from ..handler.messages import Error
from ..tree import checks
from .base import FormComponent
from .choice_list import Choice, ChoiceList

Choices = Sequence[Choice | tuple[str, Choice]]


class ChoiceComponent(FormComponent):
    """A component whose value is one or some of its choices.

    Parameters:
        choices: values, or ``(name, value)`` where the visitor reads something else than what the handler gets.
        type: whether the handler gets the ``value`` or its ``index`` among the choices.
    """

    allowed_values: ClassVar = {"type": ("value", "index")}

    choices: ChoiceList
    type: Literal["value", "index"]

    def normalise(self, name: str, value: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.normalise`."""
        return pairs(value) if name == "choices" else super().normalise(name, value)

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.Block.prop`; choices with the values that the page has for them."""
        if name != "choices":
            return super().prop(name)
        names = [name for name, _ in self.choices]
        return list(zip(names, self.choices.payloads, strict=True))

    def chosen(self, payload: Any, allow_custom: bool = False) -> Any:
        """One chosen value as a handler gets it: the app's own object, or its index.

        Raises:
            Error: it is not among the choices, unless ``allow_custom``; then its index is None.
        """
        index = self.choices.position(payload)
        if index is not None:
            return index if self.type == "index" else self.choices.values[index]
        if allow_custom:
            return None if self.type == "index" else payload
        raise Error(f"Value: {payload!r} is not in the list of choices: {self.choices.values}")

    def event_data(self, data: Any) -> Any:
        """See :meth:`~pyblocks.tree.Block.event_data`; the value of a choice is the app's own object."""
        if not isinstance(data, dict) or "value" not in data:
            return data
        return data | {"value": self._as_given(data["value"])}

    def _as_given(self, payload: Any) -> Any:
        """The value that the page has as ``payload``, as the app wrote it."""
        index = self.choices.position(payload)
        return payload if index is None else self.choices.values[index]

    def check_choice(self, payload: Any, before: list[Any], allow_custom: bool = False) -> Any:
        """One choice as the page gives it; text too if ``allow_custom``, and what the app itself had put ``before``.

        Raises:
            Refused: it is none.
        """
        wanted = "one of its choices"
        if payload is not None:
            checks.scalar(payload, wanted)
        try:
            self.chosen(payload)
        except Error:
            if payload in before:
                return payload
            if allow_custom:
                return str(checks.scalar(payload, wanted))
            raise checks.refusal(wanted, payload) from None
        return payload

    def as_example(self, value: Any) -> Any:
        """The names of what is chosen."""
        return [self._name(each) for each in value] if isinstance(value, list) else self._name(value)

    def _name(self, value: Any) -> Any:
        index = self.choices.position(self.choices.payload(value))
        return value if index is None else self.choices[index][0]

    def flag(self, payload: Any, flag_dir: str | Path = "") -> str:
        """The values that were chosen, as the app wrote them."""
        given = list(map(self._as_given, payload)) if isinstance(payload, list) else self._as_given(payload)
        return super().flag(given, flag_dir)

    def read_from_flag(self, payload: str) -> Any:
        """The value that was chosen, where the text is that of a choice."""
        texts = (str, super().flag)
        found = (value for text in texts for value in self.choices.values if text(value) == payload)
        return next(found, super().read_from_flag(payload))


def pairs(choices: Choices | None) -> ChoiceList:
    """All choices as ``(name, value)``."""
    return ChoiceList(_pair(choice) for choice in choices or ())


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
