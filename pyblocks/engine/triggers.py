"""From an event, a changed value or the end of a run to the runs that it leads to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from ..app.dependency import Dependency
from ..session.session import Session
from ..tree.events import Trigger
from ..tree.tree import Block
from ..wire.protocol import ToPage
from .chain import NO_CHAIN, Chain
from .run import Run
from .watcher import Watcher


class Triggers:
    """Notes a run for each listener that hears of something.

    Parameters:
        session: whose listeners.
        send: sends a message to the page.
        watcher: knows which values have changed.

    Attributes:
        runs: those that are noted and have not been submitted to the queue, in order.
    """

    def __init__(self, session: Session, send: Callable[[ToPage], None], watcher: Watcher) -> None:
        self._session = session
        self._send = send
        self._watcher = watcher
        self._listeners = session.listeners
        self._request = session.request
        self.runs: deque[Run] = deque()

    def of_page(self, event: str, concerns: Callable[[Block], bool] = lambda source: True) -> None:
        """``event`` happened to the pages that it ``concerns``."""
        for trigger in self._listeners.of_page(event):
            if isinstance(trigger.source, Block) and concerns(trigger.source):
                self.of(trigger, by_page=True)

    def of_changes(self, blocks: Iterable[Block], chain: Chain = NO_CHAIN) -> None:
        """``blocks`` were written to together; ``chain`` led to that. A listener of several of them hears it once."""
        heard: dict[Dependency, Block] = {}
        for written in blocks:
            block = self._session.blocks.get(written._id, written)
            listeners = self._listeners.of(Trigger(block, "change"))
            if listeners and self._watcher.has_changed(written):
                for dependency in listeners:
                    heard.setdefault(dependency, block)
        for dependency, block in heard.items():
            self._note(dependency, block, chain=chain.then(block))

    def of(
        self,
        trigger: Trigger,
        data: Any = None,
        chain: Chain = NO_CHAIN,
        by_page: bool = False,
        target: Block | None = None,
    ) -> None:
        """``trigger`` happened.

        Parameters:
            target: what the event happened to that began it all, where ``trigger`` is the end of another run.
        """
        target = trigger.source if isinstance(trigger.source, Block) else target
        for dependency in self._listeners.of(trigger):
            self._note(dependency, target, data, chain, by_page)

    def of_rendering(self, dependencies: Iterable[Dependency], run: Run) -> list[Run]:
        """What ``run`` has rendered is on the page: its ``load`` listeners run."""
        loads = [
            Run(each, self._send, self._request, chain=run.chain, by_page=run.by_page)
            for each in dependencies
            if each.listens_to_page
        ]
        self.runs += loads
        return loads

    def _note(
        self,
        dependency: Dependency,
        target: Block | None,
        data: Any = None,
        chain: Chain = NO_CHAIN,
        by_page: bool = False,
    ) -> None:
        self.runs.append(Run(dependency, self._send, self._request, target, data, chain=chain, by_page=by_page))
