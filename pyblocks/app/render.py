"""``gr.render``: blocks that a function makes, and makes anew when its inputs change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from ..components.base import Component
from ..layouts import Column, Row
from ..tree.events import EventListener, ShowProgress, TriggerMode
from ..tree.tree import current_container
from .root import ListenerRoot

#: The key of the places of ``gr.render`` inside ``gr.render``: the n-th is the n-th of last time.
_NESTED = ("gr.render",)


def render(
    inputs: Sequence[Component] | Component | None = None,
    triggers: Sequence[EventListener] | EventListener | None = None,
    *,
    queue: bool = True,
    trigger_mode: TriggerMode | None = "always_last",
    concurrency_limit: int | Literal["default"] | None = None,
    concurrency_id: str | None = None,
    show_progress: ShowProgress = "full",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Show what a function makes where it is written, and make it anew at each trigger (Gradio's ``gr.render``).

    The blocks and listeners that the function creates take the place of those that it created last. A block with the
    ``key`` of one of last time is that one: it keeps what its ``preserved_by_key`` names, if the visitor or a listener
    has changed it, and its element in the page with focus and caret. Without a key, one that is made again in the same
    layout with the same arguments is that one: it keeps what the visitor has typed, where the call gives no value. A
    listener with the ``key`` of one of last time is that one too. An exception keeps what was there.

    Parameters:
        inputs: components whose values become the arguments.
        triggers: listeners such as ``[demo.load, button.click]``; None for "any input changes, and page load".
        queue, trigger_mode, concurrency_limit, concurrency_id, show_progress: as for every listener.

    Returns:
        The decorator. It takes a plain function, neither ``async`` nor a generator, and gives it back.

    Raises:
        ValueError: outside of a ``with gr.Blocks():``.
    """
    options: dict[str, Any] = {
        "inputs": inputs,
        "queue": queue,
        "trigger_mode": trigger_mode or "always_last",
        "concurrency_limit": concurrency_limit,
        "concurrency_id": concurrency_id,
        "show_progress": show_progress,
    }
    container = current_container.get()
    root = None if container is None else container.root
    if not isinstance(root, ListenerRoot):
        raise ValueError(  # noqa: TRY004 - as Gradio's
            "gr.render must be inside a 'with gr.Blocks():'."
        )

    def register(fn: Callable[..., Any]) -> Callable[..., Any]:
        kind = Row if isinstance(current_container.get(), Row) else Column
        place = kind(show_progress=True, key=_NESTED)
        root.places.append(place)
        options.update(fn=fn, outputs=place, renders=place)
        if triggers is None:
            root.listen_to_inputs(**options)
        else:
            listeners = [triggers] if isinstance(triggers, EventListener) else list(triggers)
            if not listeners:
                raise ValueError("gr.render(triggers=[]) would never run: name an event, or leave triggers out.")
            root.listen(tuple(listener.trigger for listener in listeners), **options)
        return fn

    return register
