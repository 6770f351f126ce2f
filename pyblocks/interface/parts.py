"""What an Interface is made of besides its components: columns, and buttons."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..components.base import Component
from ..components.button import Button
from ..components.clearbutton import ClearButton
from ..components.deeplinkbutton import DeepLinkButton
from ..layouts import Accordion, Column, Row
from .plan import Plan

#: Of the buttons below the outputs, in px: on a phone they wrap before their texts do.
NARROW = 140


@dataclass
class Parts:
    """The buttons of an Interface; None for those that it has not.

    Attributes:
        flags: the buttons that flag, each with what a sample is flagged as.
    """

    clear: Button | None = None
    submit: Button | None = None
    stop: Button | None = None
    link: DeepLinkButton | None = None
    flags: list[tuple[Button, str]] = field(default_factory=list)


def build_parts(
    plan: Plan,
    submit: str | Button,
    stop: str | Button,
    clear: str | Button | None,
    accordion: str | Accordion | None,
    link: str | DeepLinkButton | bool | None,
) -> Parts:
    """Put the components and buttons of an Interface in their places, inside the container that is open.

    Parameters:
        plan: has the components, which have no place yet.
        submit, stop, clear: the buttons or their texts.
        accordion: around the additional inputs, or its label.
        link: the button for a deep link, its text, or whether there is one.
    """
    parts = Parts()
    has_inputs = bool(plan.inputs)
    has_outputs = bool(plan.outputs) and not plan.is_unified

    def add_actions() -> None:
        parts.clear = _clear_button(clear)
        if not plan.live:
            text = "Generate" if submit == "Submit" and not has_inputs else submit
            parts.submit = _button(text, variant="primary")
            if plan.is_generator:
                parts.stop = _button(stop, variant="stop", visible=False)

    def add_result_buttons() -> None:
        parts.link = _link_button(link)
        if plan.flagging_mode == "manual":
            parts.flags = [(Button(text, min_width=NARROW), option) for text, option in plan.flagging_options]

    with Row():
        if has_inputs:
            with Column():
                with Column():
                    _place(plan.main_inputs)
                    if plan.additional_inputs:
                        with _accordion(accordion):
                            _place(plan.additional_inputs)
                with Row():
                    add_actions()
                    if plan.is_unified:
                        add_result_buttons()
        if has_outputs:
            with Column():
                _place([each for each in plan.outputs if each not in plan.inputs])
                with Row():
                    if not has_inputs:
                        add_actions()
                    add_result_buttons()
    return parts


def _place(components: list[Component]) -> None:
    for component in components:
        component.render()


def _accordion(given: str | Accordion | None) -> Accordion:
    if isinstance(given, Accordion):
        return given.unrender().render()
    return Accordion(given or "Additional Inputs", open=False)


def _button(given: str | Button, variant: str, visible: bool = True) -> Button:
    if isinstance(given, Button):
        given.visible = given.visible if visible else False
        return given.unrender().render()
    return Button(given, variant=variant, visible=visible)  # type: ignore[arg-type]


def _clear_button(given: str | Button | None) -> Button:
    if isinstance(given, Button):
        return given.unrender().render()
    return ClearButton(value=given or "Clear", visible=given is not None)


def _link_button(given: str | DeepLinkButton | bool | None) -> DeepLinkButton | None:
    if isinstance(given, DeepLinkButton):
        return given.unrender().render()
    if not given:
        return None
    text = "Share via Link" if given is True else given
    return DeepLinkButton(text, interactive=False, min_width=NARROW)
