"""Where code is running: in which container, in which event, and who shows what is launched.

All three are context variables, so two events that overlap (one asleep, one running) never see each other's.
They are the only ambient state in PyBlocks; ``LocalContext`` and ``Context`` are Gradio's names for looking at them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..engine.run import Run
    from ..tree.tree import Container
    from .blocks import Blocks, LaunchOptions
    from .root import Root

#: The container that a block created now becomes a child of; None outside every ``with``.
current_container: ContextVar[Container | None] = ContextVar("current_container", default=None)

#: The event that the running handler belongs to; None outside handlers.
current_run: ContextVar[Run | None] = ContextVar("current_run", default=None)

#: Takes the Blocks that an app launches; None where there is no page (plain CPython).
current_launcher: ContextVar[Callable[[Blocks, LaunchOptions], None] | None] = ContextVar(
    "current_launcher", default=None
)


class _OfRun:
    """Something of the running event, read as Gradio's context variables are."""

    def __init__(self, read: Callable[[Run], Any], outside: Any = None) -> None:
        self._read = read
        self._outside = outside

    def get(self, default: Any = None) -> Any:
        """What it is in the running handler; outside of any, ``default``."""
        run = current_run.get()
        if run is not None:
            return self._read(run)
        return self._outside if default is None else default


class LocalContext:
    """What a handler's own code can learn of its event, however deep it is called (Gradio's ``LocalContext``).

    Attributes:
        request: the visitor's :class:`~pyblocks.handler.request.Request`.
        event_id: a name for the running event, another for each.
        blocks: the app.
        in_event_listener: whether a handler is running.
        progress: the :class:`~pyblocks.handler.progress.Progress` that the handler asked for; None if it didn't.
        render_block, renderable, blocks_config, key_to_id_map: Gradio's own affairs; always None here.
    """

    request = _OfRun(lambda run: run.request)
    event_id = _OfRun(lambda run: run.event_id)
    blocks = _OfRun(lambda run: run.dependency.root)
    in_event_listener = _OfRun(lambda run: True, outside=False)
    progress = _OfRun(lambda run: run.progress)
    render_block = renderable = blocks_config = key_to_id_map = _OfRun(lambda run: None)


class _Context:
    @property
    def root_block(self) -> Root | None:
        """The Blocks whose ``with`` is open."""
        container = current_container.get()
        return None if container is None else container.root

    @property
    def block(self) -> Container | None:
        """The innermost container whose ``with`` is open."""
        return current_container.get()


#: Where an app is being built (Gradio's ``Context``).
Context = _Context()
