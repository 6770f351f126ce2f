"""``gr.Dataset``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal, Protocol, cast

from ..tree import checks
from ..tree.events import Event
from ..tree.signature import arguments
from ..tree.tree import Key
from .base import Component
from .shortcuts import get_component_instance


class EagerCache(Protocol):
    """The results of samples, to be computed when the site is built."""

    @property
    def file(self) -> Path:
        """Where they are stored, in the app's folder."""
        ...

    async def compute_all(self) -> str:
        """All results as the text of :attr:`file`."""
        ...


class Dataset(Component):
    """Samples to pick from: rows of a table, or buttons (Gradio's ``Dataset``; ``gr.Examples`` is made of one).

    As an input, it gives a handler the sample that was picked last; None before that.

    Parameters:
        label: the heading; ``Examples`` if None.
        components: what each column is a value of: components, or names such as ``"textbox"``.
        samples: rows, each a list with a value for each component.
        headers: names of the columns; the components' labels if None.
        type: what a handler gets: the sample's ``values``, its ``index``, or a ``tuple`` of index and values.
        layout: ``gallery``, buttons side by side, or ``table``; a gallery where there is one column, if None.
        samples_per_page: more are on further pages.
        sample_labels: what to show instead of each sample, as a gallery.
        component_props, proxy_url: accepted; the page needs them of a server's components only.
    """

    block_name = "dataset"
    edited_props = frozenset({"value"})
    click = Event()
    select = Event()
    allowed_values: ClassVar = {"type": ("values", "index", "tuple")}

    components: list[Component]
    samples: list[list[Any]]
    headers: list[str]
    type: Literal["values", "index", "tuple"]
    sample_labels: list[str] | None
    #: The results that ``gr.Examples`` wants computed when the site is built.
    eager_cache: EagerCache | None = None

    def __init__(
        self,
        *,
        label: str | None = None,
        show_label: bool = True,
        components: Sequence[Component] | list[str] | None = None,
        component_props: list[dict[str, Any]] | None = None,
        samples: list[list[Any]] | None = None,
        headers: list[str] | None = None,
        type: Literal["values", "index", "tuple"] = "values",
        layout: Literal["gallery", "table"] | None = None,
        samples_per_page: int = 10,
        visible: bool | Literal["hidden"] = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = "value",
        container: bool = True,
        scale: int | None = None,
        min_width: int = 160,
        proxy_url: str | None = None,
        sample_labels: list[str] | None = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def normalise(self, name: str, value: Any) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.normalise`."""
        if name == "components":
            return [cast("Component", get_component_instance(each)) for each in value or ()]
        if name == "samples":
            return [list(row) if isinstance(row, (list, tuple)) else [row] for row in value or ()]
        return list(value or ()) if name == "headers" else super().normalise(name, value)

    def prop(self, name: str) -> Any:
        """See :meth:`~pyblocks.tree.tree.Block.prop`; samples as their components show them."""
        if name == "components":
            return [each.block_name for each in self.components]
        if name == "headers":
            return self.headers or self._labels()
        if name == "samples":
            return [[self._shown(column, value) for column, value in enumerate(row)] for row in self.samples]
        return super().prop(name)

    def check_value(self, payload: Any, before: Any = None) -> int | None:
        """The index of a sample, or None."""
        if payload is None or (type(payload) is int and 0 <= payload < len(self.samples)):
            return payload
        raise checks.refusal("the number of one of its samples", payload)

    def preprocess(self, payload: Any) -> Any:
        """The sample at the index ``payload``, as ``type`` says; None where none was picked."""
        if payload is None:
            return None
        values = self.samples[payload]
        return {"values": values, "index": payload, "tuple": (payload, values)}[self.type]

    def _labels(self) -> list[str]:
        labels = [each.label or "" for each in self.components]
        return labels if any(labels) else []

    def _shown(self, column: int, value: Any) -> Any:
        return self.components[column].as_example(value) if column < len(self.components) else value
