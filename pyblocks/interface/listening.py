"""What the buttons and inputs of an Interface do."""

from __future__ import annotations

from typing import Any

from ..app.dependency import Dependency
from ..app.root import ListenerRoot
from ..components.button import Button
from ..components.clearbutton import clear_on_click
from ..tree.events import EventListener, on
from .flagging import FlagMethod
from .parts import Parts
from .plan import Plan


def listen_to_parts(
    root: ListenerRoot, plan: Plan, parts: Parts, options: dict[str, Any], streaming_options: dict[str, Any]
) -> None:
    """Register the listeners of an Interface.

    Parameters:
        root: the Interface.
        plan, parts: what it is made of, and its buttons.
        options: of each listener that calls its function.
        streaming_options: of those that it has where it is live.
    """
    called = {"fn": plan.fn, "inputs": plan.inputs, "outputs": plan.outputs}
    if plan.live:
        run = _run_on_change(root, plan, called | options, streaming_options)
    else:
        run = _run_on_submit(plan, parts, called | options)
    if parts.clear is not None:
        clear_on_click(parts.clear, plan.components_once)
    if run is None:
        return
    if parts.link is not None:
        run.then(lambda: Button(interactive=True), None, parts.link, show_progress="hidden")
    if plan.flagging_mode != "never" and plan.outputs:
        _flag(plan, parts, run)


def _run_on_change(
    root: ListenerRoot, plan: Plan, options: dict[str, Any], streaming: dict[str, Any]
) -> Dependency | None:
    """Run whenever an input changes, or streams; at page load where there is none that could."""
    triggers = []
    for component in plan.inputs:
        is_streaming = getattr(component, "streaming", False)
        listener = getattr(component, "stream" if is_streaming else "change", None)
        if isinstance(listener, EventListener):
            triggers.append(listener)
    dependency: Dependency = on(triggers, **options, **streaming) if triggers else root.load(**options, **streaming)
    return dependency


def _run_on_submit(plan: Plan, parts: Parts, options: dict[str, Any]) -> Dependency | None:
    """Run when Submit is pressed, or Enter in an input; while a generator runs, there is Stop in place of Submit."""
    if parts.submit is None:
        return None
    triggers = [parts.submit.click]
    for component in plan.inputs:
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


def _flag(plan: Plan, parts: Parts, run: Dependency) -> None:
    components = plan.components_once
    callback, folder = plan.flagging_callback, plan.flagging_dir
    callback.setup(components, folder)
    options: dict[str, Any] = {"inputs": components, "preprocess": False, "show_progress": "hidden"}
    if plan.flagging_mode == "auto":
        run.success(FlagMethod(callback, folder, tell=False), **options)
    for button, option in parts.flags:
        button.click(FlagMethod(callback, folder, option), **options)
