"""What is common to an app and to what ``gr.render`` makes: both hold listeners."""

from __future__ import annotations

from typing import Any

from ..components.timer import Timer
from ..tree.events import Event, Trigger
from ..tree.pages import page_of
from ..tree.tree import Block, Container, Root, current_container
from .dependency import Dependency, make_dependency


class ListenerRoot(Root):
    """A root with listeners.

    Attributes:
        dependencies: the listeners that were registered inside.
        places: where the ``gr.render`` functions written inside put what they make.
    """

    load = Event()

    def __init__(self, **props: Any) -> None:
        self.dependencies: list[Dependency] = []
        self.places: list[Container] = []
        super().__init__(**props)

    def adopt(self, other: Root) -> None:
        """See :meth:`~pyblocks.tree.tree.Root.adopt`: its listeners, and where it renders."""
        if isinstance(other, ListenerRoot):
            self.dependencies.extend(other.dependencies)
            self.places.extend(other.places)

    def listen(self, targets: tuple[Trigger, ...], *, fn: Any, **options: Any) -> Any:
        """Register ``fn`` for ``targets``; with ``fn="decorator"``, return the decorator that does."""
        if fn == "decorator":
            return lambda function: self.listen(targets, fn=function, **options)
        dependency = make_dependency(self, tuple(map(_on_page, targets)), fn=fn, **options)
        self.dependencies.append(dependency)
        return dependency

    def listen_to_inputs(
        self, *, fn: Any, inputs: Any, every: float | Timer | None = None, beside: Block | None = None, **options: Any
    ) -> Any:
        """Register ``fn`` for a change of any of its inputs and for page load: ``gr.on`` without triggers.

        Parameters:
            every: seconds from call to call, or a Timer whose ticks call it too.
            beside: the block whose neighbour a Timer becomes that is made here.

        Raises:
            TypeError: ``every`` is neither.
        """
        blocks = [inputs] if isinstance(inputs, Block) else list(inputs or ())
        changes = [change.trigger for block in blocks if (change := getattr(block, "change", None)) is not None]
        timer = _timer(every, beside)
        if timer is not None and timer is not every:
            options["associated_timer"] = timer
        ticks = () if timer is None else (timer.tick.trigger,)
        return self.listen((*changes, *ticks, self.load.trigger), fn=fn, inputs=inputs, **options)


def _timer(every: Any, beside: Block | None) -> Timer | None:
    """The Timer that ``every=`` asks for, in the tree."""
    if every is None or isinstance(every, Timer):
        return every
    if isinstance(every, bool) or not isinstance(every, (int, float)):
        raise TypeError(f"{beside}: every is a number of seconds or a gr.Timer, not {type(every).__name__}.")
    timer = Timer(every, render=False)
    if beside is not None and beside.parent is not None:
        beside.parent.add(timer)
    return timer


def _on_page(target: Trigger) -> Trigger:
    """``demo.load(...)`` written on a page of the app is about that page."""
    container = current_container.get()
    page = None if container is None else page_of(container)
    is_load = target.event == "load" and isinstance(target.source, Root) and not target.source.path
    return Trigger(page, "load") if is_load and page is not None else target
