"""``gr.Slider``."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence, Set
from typing import Any, Literal

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.spellings import RESET_BUTTON
from ..tree.tree import Block, Key, Root
from .base import FormComponent
from .number import check_bounds, page_number, rounded


class Slider(FormComponent):
    """A number between two others, slid or typed (Gradio's ``Slider``). A handler gets and returns a number.

    Parameters:
        minimum, maximum: its ends.
        value: the first value; the minimum if None.
        step: the distance of two values; None for the power of ten that makes 100 to 999 steps.
        precision: decimals that values are rounded to both ways; 0 makes them ``int``, None leaves them as they are.
        randomize: whether each page load starts with a random value; ``value`` is ignored then.
        buttons: ``"reset"`` for a button that goes back to the first value; there if None.
    """

    block_name = "slider"
    older_spellings = RESET_BUTTON
    default_buttons = ("reset",)
    input = Event()
    release = Event()

    minimum: float
    maximum: float
    step: float | None
    precision: int | None

    def __init__(
        self,
        minimum: float = 0,
        maximum: float = 100,
        value: float | Callable[..., Any] | None = None,
        *,
        step: float | None = None,
        precision: int | None = None,
        label: str | None = None,
        info: str | None = None,
        every: Any = None,
        inputs: Block | Sequence[Block] | Set[Block] | None = None,
        show_label: bool | None = None,
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        interactive: bool | None = None,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        randomize: bool = False,
        buttons: list[Any] | None = None,
    ) -> None:
        given = arguments(locals())
        super().__init__(**given | {"value": self.random_value if randomize else value})

    def joined(self, root: Root) -> None:
        """See :meth:`~pyblocks.components.base.Component.joined`."""
        if self.minimum >= self.maximum:
            raise ValueError(f"{self}: minimum {self.minimum} must be less than maximum {self.maximum}.")
        super().joined(root)

    def check_value(self, payload: Any, before: Any = None) -> float | int:
        """A finite number; the minimum for None."""
        number = checks.number(payload)
        return self.minimum if number is None else number

    def preprocess(self, payload: float) -> float | int:
        """The number, rounded to ``precision``."""
        check_bounds(payload, self.minimum, self.maximum)
        return rounded(payload, self.precision)

    def postprocess(self, value: Any) -> float | int:
        """The number, rounded to ``precision``; the minimum for None."""
        return self.minimum if value is None else page_number(value, self.precision)

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`."""
        return self.used_step if name == "step" else super().prop(name)

    @property
    def used_step(self) -> float:
        """``step``, or the one that its range suggests."""
        if self.step is not None:
            return self.step
        return 10.0 ** (math.floor(math.log10(self.maximum - self.minimum)) - 2)

    def random_value(self) -> float | int:
        """A value that the slider can stand at."""
        steps = math.floor((self.maximum - self.minimum) / self.used_step)
        value = self.minimum + random.randint(0, steps) * self.used_step
        return page_number(round(value, 10), self.precision)
