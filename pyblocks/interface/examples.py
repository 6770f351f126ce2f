"""``gr.Examples``: samples that fill in the inputs of an app."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..app.root import ListenerRoot
from ..components.base import Component
from ..components.dataset import Dataset
from ..components.state import State
from ..tree.spellings import EXAMPLES, accepts_older_spellings
from ..tree.tree import as_list, current_container
from .example_cache import ExampleCache
from .example_rows import example_rows

if TYPE_CHECKING:
    from ..app.dependency import Dependency


class Examples:
    """Examples to click: they fill in the inputs, and with ``fn`` may show its results (Gradio's ``Examples``).

    Parameters:
        examples: rows with a value for each input; for one input, a list of its values; or a folder beside the app,
            with a ``log.csv`` that has headers and such rows, or for one input with a file for each example. A column
            that is None throughout leaves its input alone.
        inputs: what a row fills in.
        outputs: what ``fn`` gives values for.
        fn: called with the inputs, for ``run_on_click`` and for ``cache_examples``.
        cache_examples: whether an example shows the results of ``fn`` at once, computed only the first time.
        cache_mode: when that is: ``eager``, when the site is built; ``lazy``, when it is first clicked.
        examples_per_page: more are on further pages.
        label: the heading; ``Examples`` if None.
        elem_id: the ``id`` of their element.
        run_on_click: whether a click calls ``fn`` too, where results are not cached.
        preprocess, postprocess: as for a listener.
        batch: as for a listener: whether ``fn`` takes and returns lists of values.
        example_labels: what to show instead of each row.
        visible_columns: the positions of the inputs whose values are shown; all that have any, if None.
        visible: as for a component.
        preload: with eager caching, which example is there when the page opens; False for none.
        api_visibility, api_name, api_description, _api_mode: accepted; there is no API without a server.

    Attributes:
        dataset: the component that shows them.
        load_input_event: the listener that fills in the inputs.
        cache_event: the listener that shows results, where there is one.

    Raises:
        ValueError: caching or ``run_on_click`` without ``fn``, or a row that doesn't fit the inputs.
        AttributeError: outside of a ``with gr.Blocks():``.
    """

    @accepts_older_spellings(EXAMPLES)
    def __init__(
        self,
        examples: list[Any] | list[list[Any]] | str,
        inputs: Component | Sequence[Component],
        outputs: Component | Sequence[Component] | None = None,
        fn: Callable[..., Any] | None = None,
        cache_examples: bool | None = None,
        cache_mode: Literal["eager", "lazy"] | None = None,
        examples_per_page: int = 10,
        _api_mode: bool = False,
        label: str | None = None,
        elem_id: str | None = None,
        run_on_click: bool = False,
        preprocess: bool = True,
        postprocess: bool = True,
        api_visibility: Literal["public", "private", "undocumented"] = "undocumented",
        api_name: str | None = "load_example",
        api_description: str | Literal[False] | None = None,
        batch: bool = False,
        *,
        example_labels: list[str] | None = None,
        visible_columns: list[int] | None = None,
        visible: bool | Literal["hidden"] = True,
        preload: int | Literal[False] = 0,
    ) -> None:
        self.inputs = _listed(inputs)
        self.outputs = _listed(outputs)
        self.fn = fn
        self.examples = example_rows(examples, self.inputs)
        self.cache_examples = bool(_setting("GRADIO_CACHE_EXAMPLES") if cache_examples is None else cache_examples)
        self.cache_mode = cache_mode or os.environ.get("GRADIO_CACHE_MODE") or "eager"
        self.run_on_click = run_on_click
        self.preprocess = preprocess
        self.postprocess = postprocess
        self.batch = batch
        self.preload = preload
        self._check(example_labels)
        columns = [n for n in range(len(self.inputs)) if any(row[n] is not None for row in self.examples)]
        self.inputs_with_examples = [self.inputs[n] for n in columns]
        self.non_none_examples = [[row[n] for n in columns] for row in self.examples]
        shown = [n for n in columns if visible_columns is None or n in visible_columns]
        self.dataset = Dataset(
            components=[self.inputs[n] for n in shown],
            samples=[[row[n] for n in shown] for row in self.examples],
            type="tuple",
            label=label,
            samples_per_page=examples_per_page,
            elem_id=elem_id,
            visible=visible,
            sample_labels=example_labels,
        )
        self.cache = self._make_cache() if self.cache_examples else None
        self.cache_event: Dependency | None = None
        self._listen()

    def _check(self, labels: list[str] | None) -> None:
        if self.cache_mode not in ("eager", "lazy"):
            raise ValueError(f"cache_mode is 'eager' or 'lazy', not {self.cache_mode!r}.")
        if (self.cache_examples or self.run_on_click) and (self.fn is None or not self.outputs):
            wish = "cache_examples" if self.cache_examples else "run_on_click"
            raise ValueError(f"gr.Examples({wish}=True) needs fn and outputs: what to call, and where results go.")
        if self.cache_examples and any(isinstance(each, State) for each in (*self.inputs, *self.outputs)):
            raise ValueError("gr.Examples(cache_examples=True) can't keep a gr.State: leave it out, or don't cache.")
        if labels is not None and len(labels) != len(self.examples):
            raise ValueError(f"example_labels has {len(labels)} labels for {len(self.examples)} examples.")
        if current_container.get() is None:
            raise AttributeError("Cannot create gr.Examples outside of a gradio.Blocks context: use it inside 'with'.")

    def _make_cache(self) -> ExampleCache:
        fn = _unbatched(self.fn) if self.batch else self.fn
        assert fn is not None
        cache = ExampleCache(self.examples, self.inputs, self.outputs, fn, self.preprocess, self.postprocess)
        if self.cache_mode == "eager":
            self.dataset.eager_cache = cache
        return cache

    def _listen(self) -> None:
        # What the dataset is asked for is the tuple of index and sample: the index is what counts.
        self.load_input_event = self.dataset.click(
            self._inputs_of, self.dataset, self.inputs_with_examples, show_progress="hidden"
        )
        if self.cache is not None:
            self.cache_event = self.load_input_event.then(
                self._results_of, self.dataset, self.outputs, postprocess=False
            )
            self._preload()
        elif self.run_on_click:
            self.load_input_event.then(self.fn, self.inputs, self.outputs, batch=self.batch)

    def _preload(self) -> None:
        root = self.dataset.root
        if self.cache_mode != "eager" or self.preload is False or not self.examples:
            return
        if not isinstance(root, ListenerRoot):
            return
        if any(each.passed.get("value") is not None for each in self.inputs):
            return  # the app says itself what its inputs begin with
        first = (self.preload, None)
        root.load(lambda: self._inputs_of(first), None, self.inputs_with_examples, show_progress="hidden")
        root.load(lambda: self._results_of(first), None, self.outputs, show_progress="hidden", postprocess=False)

    def _inputs_of(self, sample: tuple[int, Any]) -> Any:
        values = self.non_none_examples[sample[0]]
        return values[0] if len(values) == 1 else values

    async def _results_of(self, sample: tuple[int, Any]) -> AsyncIterator[Any]:
        assert self.cache is not None
        async for results in self.cache.results(sample[0]):
            yield results[0] if len(results) == 1 else results


def _listed(components: Component | Sequence[Component] | None) -> list[Component]:
    return [components] if isinstance(components, Component) else as_list(components)


def _setting(name: str) -> bool:
    return os.environ.get(name, "").lower() == "true"


def _unbatched(fn: Callable[..., Any] | None) -> Callable[..., Any]:
    """A function of lists of values as one of single values."""
    assert fn is not None

    def call(*values: Any) -> Any:
        results = fn(*([value] for value in values))
        firsts = [result[0] for result in results]
        return firsts[0] if len(firsts) == 1 else firsts

    return call
