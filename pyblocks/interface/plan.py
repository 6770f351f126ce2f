"""What an Interface was asked for, checked: its function, components, and how it flags."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..components.base import Component
from ..components.shortcuts import get_component_instance
from ..components.state import State
from ..handler.handler import Handler
from ..tree.tree import Block
from .flagging import FlaggingCallback

ComponentsArgument = str | Component | Sequence[str | Component] | None


@dataclass(kw_only=True)
class Plan:
    """What an Interface is made of.

    Attributes:
        fn: the function.
        live: whether it runs whenever an input changes.
        main_inputs, additional_inputs, outputs: the components, which have no place yet.
        flagging_mode, flagging_options, flagging_dir, flagging_callback: how samples are flagged.

    Raises:
        ValueError: there are more States than one, or one on one side only.
    """

    fn: Callable[..., Any]
    live: bool
    main_inputs: list[Component]
    additional_inputs: list[Component]
    outputs: list[Component]
    flagging_mode: str
    flagging_options: list[tuple[str, str]]
    flagging_dir: str
    flagging_callback: FlaggingCallback

    def __post_init__(self) -> None:
        self.inputs = [*self.main_inputs, *self.additional_inputs]
        self._unify_states()
        self._name_components()

    @property
    def is_unified(self) -> bool:
        """Whether inputs and outputs are the same components, which are shown once then."""
        return bool(self.inputs) and self.inputs == self.outputs

    @property
    def components_once(self) -> list[Component]:
        """Inputs, then outputs that are not inputs too."""
        return list(dict.fromkeys([*self.inputs, *self.outputs]))

    @property
    def is_generator(self) -> bool:
        """Whether ``fn`` gives many results, so that it can be stopped."""
        return Handler(self.fn).is_generator

    def _unify_states(self) -> None:
        """A State among the outputs stands for the one among the inputs, whose new value it is."""
        inputs, outputs = ([each for each in side if isinstance(each, State)] for side in (self.inputs, self.outputs))
        if len(inputs) != len(outputs) or len(inputs) > 1:
            raise ValueError(
                "An Interface with a State has one among its inputs and one among its outputs, "
                f"not {len(inputs)} and {len(outputs)}: for more, use gr.Blocks."
            )
        for state in outputs:
            self.outputs[self.outputs.index(state)] = inputs[0]

    def _name_components(self) -> None:
        """Inputs without a label get their parameter's name; outputs are called ``output``."""
        parameters = Handler(self.fn).input_names()
        for component, name in zip(self.inputs, parameters, strict=False):
            if component.label is None:
                component.label = name
        several = len(self.outputs) > 1
        for number, component in enumerate(self.outputs):
            if component not in self.inputs and component.interactive is None:
                component.interactive = False
            if component.label is None:
                component.label = f"output {number}" if several else "output"


def components_of(given: ComponentsArgument) -> list[Component]:
    """Components, made or taken out of their place."""
    items = [given] if isinstance(given, (str, dict, Block)) else list(given or ())
    made = [get_component_instance(each, unrender=True) for each in items]
    for each in made:
        if not isinstance(each, Component):
            raise TypeError(f"gr.Interface: inputs and outputs are components, not layouts such as {each}.")
    return cast("list[Component]", made)


def flagging_mode_of(given: str | None) -> str:
    mode = given or os.environ.get("GRADIO_FLAGGING_MODE") or "manual"
    if mode not in ("manual", "auto", "never"):
        raise ValueError(f"gr.Interface(flagging_mode={mode!r}): it is 'manual', 'auto' or 'never'.")
    return mode


def flagging_options_of(given: Sequence[str | tuple[str, str]] | None) -> list[tuple[str, str]]:
    """The text of each Flag button, and what it flags a sample as."""
    if given is None:
        return [("Flag", "")]
    if all(isinstance(each, str) for each in given):
        return [(f"Flag as {each}", cast("str", each)) for each in given]
    if all(isinstance(each, tuple) and len(each) == 2 for each in given):
        return cast("list[tuple[str, str]]", list(given))
    raise ValueError("gr.Interface: flagging_options are all names, or all (text of the button, name).")
