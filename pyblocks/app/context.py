"""Where code is running, under Gradio's names: ``LocalContext`` in handlers, ``Context`` while an app is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..handler.progress import current_progress
from ..handler.running import Running, current_run
from ..tree.tree import Container, Root, current_container


class _OfRun:
    """Something of the running event, read as Gradio's context variables are."""

    def __init__(self, read: Callable[[Running], Any], outside: Any = None) -> None:
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
    blocks = _OfRun(lambda run: run.root)
    in_event_listener = _OfRun(lambda run: True, outside=False)
    progress = _OfRun(lambda run: current_progress.get())
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
