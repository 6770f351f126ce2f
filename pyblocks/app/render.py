"""``gr.render``: blocks that a function makes, and makes anew when its inputs change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..components.base import Component
from ..components.browserstate import BrowserState
from ..layouts import Column, Row
from ..tree.events import EventListener, ShowProgress, TriggerMode
from ..tree.tree import Block, Container
from .context import current_container
from .root import Root

if TYPE_CHECKING:
    from ..session.session import Session

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
    has changed it, and its element in the page with focus and caret. A listener with the ``key`` of one of last time
    is that one too. An exception keeps what was there.

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
    if container is None or container.root is None:
        raise ValueError("gr.render must be inside a 'with gr.Blocks():'.")
    root = container.root

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


class Rendering(Root):
    """What one run of a ``gr.render`` function makes for one session: ``with`` it, call the function.

    Parameters:
        place: the layout of the app's in which it is shown.
        session: whose.
    """

    def __init__(self, place: Container, session: Session) -> None:
        assert place.root is not None
        self.place = place
        self.path = f"{place.root.path}r{place.root.places.index(place)}."
        self._session = session
        self._seen: Counter[Hashable] = Counter()
        self._last = session.renderings.get(place._id)
        #: Blocks that can be found again, by what they are found by.
        self.known: dict[Hashable, Block] = {}
        super().__init__(render=False)
        self.root = self
        self._id = place._id

    def new_id(self, block: Block) -> int:
        """The id of the block that it is anew; otherwise the session's next number."""
        identity = _identity(block)
        if identity is not None:
            self._seen[identity] += 1
            identity = (identity, self._seen[identity])
            self.known[identity] = block
            last = None if self._last is None else self._last.known.get(identity)
            if last is not None:
                return last._id
        is_here_again = block.root is not None and self._session.blocks.get(block._id) is block
        return block._id if is_here_again else next(self._session.ids)

    @property
    def above(self) -> Container:
        """The place where it is shown."""
        return self.place

    def replaces(self, other: Root | None) -> bool:
        """Whether ``other`` is of the same function: what it renders is rendered here instead."""
        return isinstance(other, Rendering) and other.path == self.path

    def take_over_layouts(self) -> None:
        """A layout without a key is that of last time if it holds a block of it, so that this one stays in place."""
        last, self._last = self._last, None  # or each rendering would keep all that came before it
        taken: set[int] = set()
        if last is not None:
            for child in self.children:
                self._take_over(child, last, taken)

    def _take_over(self, block: Block, last: Rendering, taken: set[int]) -> None:
        held = block.children if isinstance(block, Container) else []
        for child in held:
            self._take_over(child, last, taken)
        if not isinstance(block, Container) or block._id in last.blocks:
            return
        for child in held:
            before = last.blocks.get(child._id)
            parent = None if before is None else before.parent
            if parent is None or type(parent) is not type(block) or parent.key is not None or parent._id in taken:
                continue
            taken.add(parent._id)
            del self.blocks[block._id]
            block._id = parent._id
            self.blocks[block._id] = block
            return


def _identity(block: Block) -> Hashable:
    """What a block is found by in the next rendering; None for one that is new each time."""
    if isinstance(block, BrowserState):
        return (BrowserState, block.storage_key)
    return None if block.key is None else (type(block), block.key)
