"""What is common to an app and to what ``gr.render`` makes: a root gives its blocks ids and holds their listeners."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from ..tree.events import Event, Trigger
from ..tree.pages import page_of
from ..tree.tree import Block, Container
from .context import current_container
from .dependency import make_dependency

if TYPE_CHECKING:
    from ..components.timer import Timer
    from ..session.slot import Slot
    from .dependency import Dependency


class Root(Container):
    """A container that all blocks below it are registered with.

    Attributes:
        blocks: all that are below it, by id.
        dependencies: the listeners that were registered inside.
        places: where the ``gr.render`` functions written inside put what they make.
        path: tells the roots of one app apart; empty for the app itself.
        gone: the slots of blocks that no longer live, for runs that go on.
    """

    load = Event()
    path = ""

    def __init__(self, **props: Any) -> None:
        self.blocks: dict[int, Block] = {}
        self.dependencies: list[Dependency] = []
        self.places: list[Container] = []
        self.gone: dict[int, Slot] = {}
        super().__init__(**props)

    @abstractmethod
    def new_id(self, block: Block) -> int:
        """The id of a block that joins."""

    def register(self, block: Block) -> None:
        """Give ``block`` and all that it holds an id under this root, once it is in the tree."""
        if block.root is not self:
            is_new = block.root is None
            block._id = self.new_id(block)
            block.root = self
            self.blocks[block._id] = block
            if isinstance(block, Root) and block is not self:
                self.dependencies.extend(block.dependencies)
                self.places.extend(block.places)
            if is_new:
                block.joined(self)
        for held in block.held_blocks():
            self.register(held)

    def replaces(self, other: Root | None) -> bool:
        """Whether a block of ``other`` may be rendered here although it is there."""
        return False

    def listen(self, targets: tuple[Trigger, ...], *, fn: Any, **options: Any) -> Any:
        """Register ``fn`` for ``targets``; with ``fn="decorator"``, return the decorator that does."""
        if fn == "decorator":
            return lambda function: self.listen(targets, fn=function, **options)
        dependency = make_dependency(self, tuple(map(_on_page, targets)), fn=fn, **options)
        self.dependencies.append(dependency)
        return dependency

    def listen_to_inputs(self, *, fn: Any, inputs: Any, timer: Timer | None = None, **options: Any) -> Any:
        """Register ``fn`` for a change of any of its inputs and for page load: ``gr.on`` without triggers.

        Parameters:
            timer: its ticks are triggers too.
        """
        blocks = [inputs] if isinstance(inputs, Block) else list(inputs or ())
        changes = [change.trigger for block in blocks if (change := getattr(block, "change", None)) is not None]
        ticks = () if timer is None else (timer.tick.trigger,)
        return self.listen((*changes, *ticks, self.load.trigger), fn=fn, inputs=inputs, **options)


def _on_page(target: Trigger) -> Trigger:
    """``demo.load(...)`` written on a page of the app is about that page."""
    container = current_container.get()
    page = None if container is None else page_of(container)
    is_load = target.event == "load" and isinstance(target.source, Root) and not target.source.path
    return Trigger(page, "load") if is_load and page is not None else target
