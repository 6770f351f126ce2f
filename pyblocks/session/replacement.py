"""From what a ``gr.render`` function made to the live blocks and listeners of a session."""

from __future__ import annotations

from collections.abc import Set

from ..app.dependency import Dependency, check_rendered
from ..tree.tree import Block
from .browser_state_slot import BrowserStateSlot
from .matching import Matching
from .rendering import Rendering
from .session import Session, deleted
from .slot import Slot


class Replacement:
    """A new rendering that takes the place of the last one.

    Parameters:
        session: where.
        rendering: what the function made.

    Attributes:
        place: the layout that it is shown in.
        blocks: the new blocks, and those that were there and were made anew.
        kept: of these the props that the page has already, by id.
        added, removed: listeners.
        errors: what the app's ``delete_callback`` functions raised.
    """

    def __init__(self, session: Session, rendering: Rendering) -> None:
        self._session = session
        self._rendering = rendering
        self.place = rendering.place
        self._slots: dict[int, Slot] = {}
        self.kept: dict[int, set[str]] = {}
        self.added: list[Dependency] = rendering.dependencies
        self.removed: list[Dependency] = []
        self.errors: list[Exception] = []
        last = rendering.take_last()
        if last is not None:
            Matching(rendering, last).take_over()
        self.blocks: list[Block] = list(rendering.blocks.values())

    async def prepare(self) -> None:
        """Find out all that can be wrong; nothing has changed yet.

        Raises:
            ValueError: a listener names a block that is not in the app, or two BrowserStates have the same key.
        """
        session, made = self._session, self._rendering
        for dependency in self.added:
            check_rendered(
                dependency, lambda block: block in (session.blocks.get(block._id), made.blocks.get(block._id))
            )
        self._slots = {id: self._slot(block) for id, block in made.blocks.items()}
        session.stored_among((session.slots | self._slots).values())
        for slot in self._slots.values():
            if isinstance(slot, BrowserStateSlot):
                await slot.read()

    def commit(self) -> None:
        """Let the new blocks and listeners live, and no longer those that they replace."""
        session, made = self._session, self._rendering
        for id, slot in self._slots.items():
            old = session.slots.get(id)
            if old is slot:
                self.kept[id] = set(slot.props())
            elif old is not None:
                self.kept[id] = slot.keep(old)
        gone = self._remove(self.place._id, keep=made.blocks.keys())
        for place in made.places:
            if not any(each.renders is place and each.listens_to_page for each in self.added):
                gone += self._remove(place._id)  # what was there stays only until it is made anew, right after this
        session.renderings[self.place._id] = made
        session.blocks |= made.blocks
        session.slots |= self._slots
        for dependency in self.added:
            session.listeners.add(dependency)
        session.stored = session.stored_among(session.slots.values())
        self.errors = deleted(gone)

    def _slot(self, block: Block) -> Slot:
        """A new one; a block that was made outside of the function keeps its own."""
        is_the_same = self._session.blocks.get(block._id) is block
        return self._session.slots[block._id] if is_the_same else self._session.make_slot(block)

    def _remove(self, place: int, keep: Set[int] = frozenset()) -> list[Slot]:
        """Take out what was rendered in ``place``, and in what is inside of it; the slots that are gone."""
        session = self._session
        old = session.renderings.pop(place, None)
        if old is None:
            return []
        gone: list[Slot] = []
        for dependency in old.dependencies:
            session.listeners.remove(dependency)
            self.removed.append(dependency)
        for id in old.blocks:
            if id not in keep:
                gone += self._remove(id)
                del session.blocks[id]
                old.gone[id] = session.slots.pop(id)
                gone.append(old.gone[id])
        return gone
