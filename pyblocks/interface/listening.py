"""What the buttons and inputs of an Interface do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..components.button import Button
from ..components.clearbutton import clear_on_click
from ..tree.events import EventListener, on
from .flagging import FlagMethod

if TYPE_CHECKING:
    from ..app.dependency import Dependency
    from .interface import Interface
    from .parts import Parts


def listen_to_parts(
    interface: Interface, parts: Parts, options: dict[str, Any], streaming_options: dict[str, Any]
) -> None:
    """Register the listeners of ``interface``.

    Parameters:
        interface, parts: the Interface and its buttons.
        options: of each listener that calls its function.
        streaming_options: of those that it has where it is live.
    """
    called = {"fn": interface.fn, "inputs": interface.input_components, "outputs": interface.output_components}
    if interface.live:
        run = _run_on_change(interface, called | options, streaming_options)
    else:
        run = _run_on_submit(interface, parts, called | options)
    if parts.clear is not None:
        clear_on_click(parts.clear, interface.components_once)
    if run is None:
        return
    if parts.link is not None:
        run.then(lambda: Button(interactive=True), None, parts.link, show_progress="hidden")
    if interface.flagging_mode != "never" and interface.output_components:
        _flag(interface, parts, run)


def _run_on_change(interface: Interface, options: dict[str, Any], streaming: dict[str, Any]) -> Dependency | None:
    """Run whenever an input changes, or streams; at page load where there is none that could."""
    triggers = []
    for component in interface.input_components:
        is_streaming = getattr(component, "streaming", False)
        listener = getattr(component, "stream" if is_streaming else "change", None)
        if isinstance(listener, EventListener):
            triggers.append(listener)
    dependency: Dependency = (
        on(triggers, **options, **streaming) if triggers else interface.load(**options, **streaming)
    )
    return dependency


def _run_on_submit(interface: Interface, parts: Parts, options: dict[str, Any]) -> Dependency | None:
    """Run when Submit is pressed, or Enter in an input; while a generator runs, there is Stop in place of Submit."""
    if parts.submit is None:
        return None
    triggers = [parts.submit.click]
    for component in interface.input_components:
        listener = getattr(component, "submit", None)
        if isinstance(listener, EventListener):
            triggers.append(listener)
    if parts.stop is None:
        dependency: Dependency = on(triggers, **options)
        return dependency
    both = [parts.submit, parts.stop]
    started = on(triggers, _while_running, None, both, show_progress="hidden")
    run: Dependency = started.then(**options)
    run.then(_not_running, None, both, show_progress="hidden")
    parts.stop.click(_not_running, None, both, cancels=run, show_progress="hidden")
    return run


def _while_running() -> list[Button]:
    return [Button(visible=False), Button(visible=True)]


def _not_running() -> list[Button]:
    return [Button(visible=True), Button(visible=False)]


def _flag(interface: Interface, parts: Parts, run: Dependency) -> None:
    components = interface.components_once
    callback, folder = interface.flagging_callback, interface.flagging_dir
    callback.setup(components, folder)
    options: dict[str, Any] = {"inputs": components, "preprocess": False, "show_progress": "hidden"}
    if interface.flagging_mode == "auto":
        run.success(FlagMethod(callback, folder, tell=False), **options)
    for button, option in parts.flags:
        button.click(FlagMethod(callback, folder, option), **options)
