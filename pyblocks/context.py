"""Where code is running: in which container, in which event, and who shows what is launched.

All three are context variables, so two events that overlap (one asleep, one running) never see each other's.
They are the only ambient state in PyBlocks.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .blocks import Blocks, LaunchOptions
    from .run import Run
    from .tree import Container

#: The container that a block created now becomes a child of; None outside every ``with``.
current_container: ContextVar[Container | None] = ContextVar("current_container", default=None)

#: The event that the running handler belongs to; None outside handlers.
current_run: ContextVar[Run | None] = ContextVar("current_run", default=None)

#: Takes the Blocks that an app launches; None where there is no page (plain CPython).
current_launcher: ContextVar[Callable[[Blocks, LaunchOptions], None] | None] = ContextVar(
    "current_launcher", default=None
)
