"""The functions of the listeners that live in a session, ready to be called."""

from __future__ import annotations

from collections.abc import Iterable

from ..app.dependency import Dependency
from ..components.browserstate import BrowserState
from ..handler.handler import Handler
from ..patches.tqdm_tracking import track_tqdm


class Handlers:
    """Handlers by their listeners.

    Parameters:
        dependencies: the app's listeners.

    Attributes:
        functions, validators: of the listeners that have one.
        slow: listeners whose function may block the page: a plain one that is new, or took long last time.
        simple: listeners whose run is no more than a call of a plain function: nothing in it is waited for.
    """

    def __init__(self, dependencies: Iterable[Dependency]) -> None:
        self.functions: dict[Dependency, Handler] = {}
        self.validators: dict[Dependency, Handler] = {}
        self.slow: set[Dependency] = set()
        self.simple: set[Dependency] = set()
        for dependency in dependencies:
            self.add(dependency)

    def add(self, dependency: Dependency) -> None:
        """Get ready to run a listener."""
        if dependency.fn is not None:
            handler = self.functions[dependency] = Handler(dependency.fn)
            if not handler.is_async:
                self.slow.add(dependency)
            if handler.progress is not None and handler.progress.track_tqdm:
                track_tqdm()
            if _is_simple(dependency, handler):
                self.simple.add(dependency)
        if dependency.validator is not None:
            self.validators[dependency] = Handler(dependency.validator)

    def forget(self, dependency: Dependency) -> None:
        """The listener will never run again."""
        self.functions.pop(dependency, None)
        self.validators.pop(dependency, None)
        self.slow.discard(dependency)
        self.simple.discard(dependency)


def _is_simple(dependency: Dependency, handler: Handler) -> bool:
    return not (
        handler.is_async
        or handler.is_generator
        or handler.progress is not None
        or dependency.js is not None
        or dependency.validator is not None
        or dependency.renders is not None
        or dependency.batch
        or dependency.run_limit is not None
        or any(isinstance(block, BrowserState) for block in dependency.outputs)
    )
