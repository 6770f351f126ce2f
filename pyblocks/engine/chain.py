"""What led to a run without the visitor: one change after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..session.browser_state_slot import BrowserStateSlot
    from ..tree.tree import Block


@dataclass(frozen=True)
class Chain:
    """The changes that led to a run since the visitor did something, here or in another tab.

    Parameters:
        changed: the blocks that changed, in order.
        heard: what another tab wrote at first, if that is where it began; ``version`` tells which writing it was.
    """

    changed: tuple[Block, ...] = ()
    heard: BrowserStateSlot | None = None
    version: int = 0

    def then(self, block: Block) -> Chain:
        """The chain that goes on with a change of ``block``."""
        return replace(self, changed=(*self.changed, block))

    @property
    def is_overtaken(self) -> bool:
        """Whether the other tab has written anew since: what this one leads to is out of date, and done again."""
        return self.heard is not None and self.heard.version != self.version


#: What leads to a run that the visitor or the page itself starts.
NO_CHAIN = Chain()
