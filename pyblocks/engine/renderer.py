"""From what ``gr.render`` functions made to what the page shows, and what of the old is still needed."""

from __future__ import annotations

from collections.abc import Callable

from ..app.dependency import Dependency
from ..session.config import build_rendering
from ..session.rendering import Rendering
from ..session.replacement import Replacement
from ..session.session import Session
from ..tree.tree import Root
from .channel import Channel
from .handlers import Handlers
from .watcher import Watcher


class Renderer:
    """Puts renderings in their places.

    Parameters:
        session: whose blocks and listeners they replace.
        channel: the way to the page.
        handlers, watcher: get ready for the new listeners.
        busy: the roots of all runs that wait or go on.

    Attributes:
        retired: listeners that were replaced, of which runs may still go on.
    """

    def __init__(
        self,
        session: Session,
        channel: Channel,
        handlers: Handlers,
        watcher: Watcher,
        busy: Callable[[], set[Root]],
    ) -> None:
        self._session = session
        self._channel = channel
        self._handlers = handlers
        self._watcher = watcher
        self._busy = busy
        self.retired: list[Dependency] = []

    async def replace(self, rendering: Rendering) -> Replacement | None:
        """Let ``rendering`` take its place; None if that is gone.

        Raises:
            ValueError: something is wrong with it; what was there stays.
        """
        if not self._has_place(rendering):
            return None
        replacement = Replacement(self._session, rendering)
        await replacement.prepare()
        self._channel.outbox.flush()  # what waits is for the blocks that are there now
        if not self._has_place(rendering):
            return None
        replacement.commit()
        self.retired += replacement.removed
        for dependency in replacement.added:
            self._handlers.add(dependency)
            self._watcher.watch(dependency)
        self._channel.send({**build_rendering(self._session, replacement), "removed": self._forget_retired()})
        for error in replacement.errors:
            self._channel.report(error)
        return replacement

    def _has_place(self, rendering: Rendering) -> bool:
        """Whether the place that it was made for lives, and hasn't been replaced itself since."""
        return self._session.blocks.get(rendering.place._id) is rendering.place

    def _forget_retired(self) -> list[int]:
        """The numbers of the replaced listeners of which nothing goes on, nor of those that were made with them."""
        busy, listeners = self._busy(), self._session.listeners
        over = [each for each in self.retired if each.root not in busy]
        self.retired = [each for each in self.retired if each.root in busy]
        known = {each.identity for each in (*listeners, *self.retired)}
        numbers = {listeners.number(each) for each in over if each.identity not in known}
        for dependency in over:
            self._handlers.forget(dependency)
            if dependency.identity not in known:
                listeners.forget(dependency)
        return sorted(numbers)
