"""Event listeners: ``button.click(fn, inputs, outputs)``, ``gr.on(...)``, ``.then(...)``.

A component class says which events it has with :class:`Event` attributes; on an instance, the attribute is an
:class:`EventListener`: called, it registers a function; named in ``gr.on([...])``, it is a trigger.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cache, wraps
from inspect import Signature, signature
from typing import Any, Literal, NamedTuple, overload

from .signature import arguments, passed_arguments
from .spellings import EVENT, accepts_older_spellings
from .tree import Block, Key, Root, Source, current_container

ShowProgress = Literal["full", "minimal", "hidden"]
TriggerMode = Literal["once", "multiple", "always_last"]
BlocksArgument = Block | Sequence[Block] | Set[Block] | None
Fn = Callable[..., Any] | None | Literal["decorator"]


class Trigger(NamedTuple):
    """Something that starts listeners: an event of a block, or the end of another listener's run."""

    source: Source
    event: str


@dataclass(frozen=True)
class EventListener:
    """One event of one block, or one outcome of one dependency: call it to listen (Gradio's ``EventListener``)."""

    trigger: Trigger
    trigger_mode: TriggerMode = "once"

    @accepts_older_spellings(EVENT)
    def __call__(
        self,
        fn: Fn = "decorator",
        inputs: BlocksArgument = None,
        outputs: BlocksArgument = None,
        api_name: str | None = None,
        api_description: str | Literal[False] | None = None,
        scroll_to_output: bool = False,
        show_progress: ShowProgress = "full",
        show_progress_on: Block | Sequence[Block] | None = None,
        queue: bool = True,
        batch: bool = False,
        max_batch_size: int = 4,
        preprocess: bool = True,
        postprocess: bool = True,
        cancels: Source | Sequence[Source] | None = None,
        trigger_mode: TriggerMode | None = None,
        js: str | Literal[True] | None = None,
        concurrency_limit: int | Literal["default"] | None = "default",
        concurrency_id: str | None = None,
        api_visibility: Literal["public", "private", "undocumented"] = "public",
        time_limit: int | None = None,
        stream_every: float = 0.5,
        key: Key = None,
        validator: Callable[..., Any] | None = None,
        inputs_kwargs: dict[str, Block] | None = None,
    ) -> Any:
        """Run ``fn`` whenever this event happens.

        Parameters:
            fn: a ``def``, ``async def``, generator or async generator; left out, this is a decorator.
            inputs: blocks whose values become the arguments, in order; a set makes them one ``dict`` argument.
            outputs: blocks that the returned values go to, in order.
            show_progress: how the outputs show that they are waiting: ``full``, ``minimal`` (a thin bar), ``hidden``.
            show_progress_on: blocks that show it instead of the outputs.
            queue: False lets it start at once, whatever runs: it neither waits nor counts for a limit.
            preprocess: False gives ``fn`` the page's own values, not converted for Python.
            postprocess: False sends what ``fn`` returns as it is.
            cancels: dependencies whose runs are stopped when this event happens.
            trigger_mode: what a new event does while one of this listener is pending: ``once`` drops it,
                ``multiple`` runs it too, ``always_last`` runs the newest one afterwards (the default of ``change``).
            concurrency_limit: most runs of ``fn`` at once; None for no limit.
            concurrency_id: listeners with the same id share one limit.
            inputs_kwargs: blocks whose values become keyword arguments.
            time_limit: seconds after which a run is ended, of a listener of ``stream``; others have no limit.
            api_name, api_description, api_visibility, stream_every: accepted; they are about Gradio's API, and about
                components that stream to a server.

        Returns:
            The dependency, which has ``.then``, ``.success`` and ``.failure``; or, as a decorator, what makes it.

        Raises:
            AttributeError: outside of a ``with gr.Blocks():``.
            TypeError: ``inputs`` or ``outputs`` hold something that is not a block.
        """
        options = arguments(locals())
        options["trigger_mode"] = trigger_mode or self.trigger_mode
        return root_of(self.trigger).listen((self.trigger,), **options)


class Event:
    """Declares an event of a block class, under the attribute's name.

    Parameters:
        name: the event's name where it is not the attribute's.
        trigger_mode: what listeners do by default while one of their runs is pending.
        show_progress: how outputs show by default that they are waiting.
    """

    def __init__(
        self, name: str = "", trigger_mode: TriggerMode = "once", show_progress: ShowProgress = "full"
    ) -> None:
        self.name = name
        self.trigger_mode = trigger_mode
        self.show_progress = show_progress

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name

    @overload
    def __get__(self, source: None, owner: type) -> Event: ...

    @overload
    def __get__(self, source: Source, owner: type) -> EventListener: ...

    def __get__(self, source: Source | None, owner: type) -> Event | EventListener:
        if source is None:
            return self
        return _listener_class(self.show_progress)(Trigger(source, self.name), self.trigger_mode)


@cache
def _listener_class(show_progress: ShowProgress) -> type[EventListener]:
    """Listeners with this default for ``show_progress``, which their signature has too."""
    if show_progress == "full":
        return EventListener
    listen = EventListener.__call__

    class Listener(EventListener):
        @wraps(listen)
        def __call__(self, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
            return listen(self, **{"show_progress": show_progress} | passed_arguments(listen, args, kwargs))

    parameters = dict(signature(listen).parameters)
    parameters["show_progress"] = parameters["show_progress"].replace(default=show_progress)
    Listener.__call__.__signature__ = Signature(list(parameters.values()))  # type: ignore[attr-defined]
    return Listener


def events_of(block_class: type[Block]) -> list[str]:
    """The names of all events of ``block_class``."""
    return [e.name for c in reversed(block_class.__mro__) for e in vars(c).values() if isinstance(e, Event)]


def root_of(trigger: Trigger) -> Root:
    """The root that a listener for ``trigger`` belongs to: the open one, or else the source's own."""
    container = current_container.get()
    root = (None if container is None else container.root) or trigger.source.root
    if root is None:
        raise AttributeError(f"Cannot call {trigger.event}() outside of a gradio.Blocks context: use it inside 'with'.")
    return root.root or root  # Blocks that were rendered in others have handed their listeners on


def on(
    triggers: EventListener | Sequence[EventListener] | None = None,
    fn: Fn = "decorator",
    inputs: BlocksArgument = None,
    outputs: BlocksArgument = None,
    *,
    inputs_kwargs: dict[str, Block] | None = None,
    api_visibility: Literal["public", "private", "undocumented"] = "public",
    api_name: str | None = None,
    api_description: str | Literal[False] | None = None,
    scroll_to_output: bool = False,
    show_progress: ShowProgress = "full",
    show_progress_on: Block | Sequence[Block] | None = None,
    queue: bool = True,
    batch: bool = False,
    max_batch_size: int = 4,
    preprocess: bool = True,
    postprocess: bool = True,
    cancels: Source | Sequence[Source] | None = None,
    trigger_mode: TriggerMode | None = None,
    js: str | Literal[True] | None = None,
    concurrency_limit: int | Literal["default"] | None = "default",
    concurrency_id: str | None = None,
    time_limit: int | None = None,
    stream_every: float = 0.5,
    key: Key = None,
    validator: Callable[..., Any] | None = None,
) -> Any:
    """Run ``fn`` whenever any of ``triggers`` happens (Gradio's ``gr.on``).

    Parameters:
        triggers: listeners such as ``[name.submit, button.click]``; None for "any input changes, and page load".

    The other parameters are those of :meth:`EventListener.__call__`.

    Raises:
        AttributeError: outside of a ``with gr.Blocks():``.
    """
    options = arguments(locals())
    del options["triggers"]
    container = current_container.get()
    if triggers is None:
        if container is None or container.root is None:
            raise AttributeError("Cannot call on() outside of a gradio.Blocks context: use it inside 'with'.")
        root = container.root
        options["trigger_mode"] = trigger_mode or "always_last"
        return root.listen_to_inputs(**options)
    listeners = [triggers] if isinstance(triggers, EventListener) else list(triggers)
    if not listeners:
        raise ValueError("gr.on(triggers=[]) would never run: name at least one event, or leave triggers out.")
    options["trigger_mode"] = trigger_mode or listeners[0].trigger_mode
    return root_of(listeners[0].trigger).listen(tuple(listener.trigger for listener in listeners), **options)
