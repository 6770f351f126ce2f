"""What one run of a ``gr.render`` function makes: a root beside the app's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..app.root import ListenerRoot
from ..components.browserstate import BrowserState
from ..tree.tree import Block, Container, Root

if TYPE_CHECKING:
    from .slot import Slot


class Rendering(ListenerRoot):
    """What one run of a ``gr.render`` function makes for one session: ``with`` it, call the function.

    Parameters:
        place: the layout of the app's in which it is shown.
        last: what was rendered there before.
        live: the session's blocks, by id.
        ids: gives numbers for new blocks.

    Attributes:
        gone: the slots of its blocks that no longer live, for runs that go on.
    """

    def __init__(self, place: Container, last: Rendering | None, live: Mapping[int, Block], ids: Iterator[int]) -> None:
        assert isinstance(place.root, ListenerRoot)
        self.place = place
        self.path = f"{place.root.path}r{place.root.places.index(place)}."
        self.gone: dict[int, Slot] = {}
        self._live = live
        self._ids = ids
        self._seen: Counter[Hashable] = Counter()
        self._last = last
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
        is_here_again = block.root is not None and self._live.get(block._id) is block
        return block._id if is_here_again else next(self._ids)

    @property
    def above(self) -> Container:
        """The place where it is shown."""
        return self.place

    def replaces(self, other: Root | None) -> bool:
        """Whether ``other`` is of the same function: what it renders is rendered here instead."""
        return isinstance(other, Rendering) and other.path == self.path

    def take_last(self) -> Rendering | None:
        """The rendering that it replaces; asked for once, or each one would keep all that came before it."""
        last, self._last = self._last, None
        return last


def _identity(block: Block) -> Hashable:
    """What a block is found by in the next rendering; None for one that is new each time."""
    if isinstance(block, BrowserState):
        return (BrowserState, block.storage_key)
    return None if block.key is None else (type(block), block.key)
