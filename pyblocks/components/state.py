"""``gr.State``."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from ..tree.signature import arguments
from ..tree.tree import Root
from .base import Component


class State(Component):
    """A value of the visitor's that the page never shows (Gradio's ``State``). A handler gets the very object.

    Parameters:
        value: what each visitor starts with: anything that can be deep-copied, or a function that makes it.
        time_to_live: seconds after it was last written until it is deleted; what reads it then starts from the first
            value again. None keeps it until the page is left.
        delete_callback: called once with a value that is deleted, because its time is over or the page is left.

    Raises:
        TypeError: ``value`` can't be deep-copied.
    """

    block_name = "state"
    is_visible = False

    time_to_live: float | None
    delete_callback: Callable[[Any], None] | None

    def __init__(
        self,
        value: Any = None,
        render: bool = True,
        *,
        time_to_live: int | float | None = None,
        delete_callback: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))
        self.value = self._copy(self.value)

    def joined(self, root: Root) -> None:
        """A function is called by :meth:`initial_value`, when a session starts."""

    def initial_value(self) -> Any:
        """What a new session starts with: an object of its own."""
        return self._copy(self.value) if self.load_fn is None else self.load_fn()

    def _copy(self, value: Any) -> Any:
        try:
            return deepcopy(value)
        except Exception as error:
            raise TypeError(
                f"The first value of gr.State must be something that can be deep-copied, which {type(value).__name__} "
                f"can't be ({error}): give a function that makes it instead, or keep it in a dict of your module by "
                "session_hash."
            ) from error
