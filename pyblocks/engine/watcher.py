"""Which values have changed since they were last looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from ..app.dependency import Dependency
from ..session.session import Session
from ..session.state_slot import StateSlot
from ..tree.tree import Block
from .run import Run


class Watcher:
    """Looks at the values of which a listener of ``change`` hears.

    Parameters:
        session: has the values.
        report: tells the visitor of an object of the app's that can't be compared.
    """

    def __init__(self, session: Session, report: Callable[[BaseException], None]) -> None:
        self._session = session
        self._report = report

    def watch(self, dependency: Dependency) -> None:
        """Get ready to tell ``dependency`` of changes."""
        for target in dependency.targets:
            if isinstance(target.source, Block) and target.event == "change":
                slot = self._session.slot(target.source)
                try:
                    if not slot.is_watched:
                        slot.watch()
                except Exception as error:
                    self._report(error)

    def look_at_states(self, run: Run) -> None:
        """A State has changed if ``run`` leaves it with other content than it begins with, as in Gradio."""
        for block in run.dependency.outputs:
            slot = self._session.slot(block)
            if isinstance(slot, StateSlot) and slot.is_watched:
                with suppress(Exception):  # what can't be compared is told of when the run has written
                    slot.watch()

    def has_changed(self, block: Block) -> bool:
        """Whether its value differs from when this was last asked."""
        try:
            return self._session.slot(block).take_change()
        except Exception as error:
            self._report(error)
            return False
