"""The results of examples, computed once: when the site is built, or when a visitor first asks for one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from ..app.updates import changes_of, update
from ..components.base import Component
from ..handler.handler import Handler
from ..handler.request import Request
from ..wire.codec import as_json

#: Where they are, in the app's folder.
FOLDER = Path(".gradio/cached_examples")

#: For each output, the props that a result gives it, as the page has them.
Result = list[dict[str, Any]]


class ExampleCache:
    """The results of one ``gr.Examples``.

    Parameters:
        rows: the examples, with a value for each input.
        inputs, outputs, fn: as for a listener.
        preprocess, postprocess: as for a listener.
    """

    def __init__(
        self,
        rows: list[list[Any]],
        inputs: Sequence[Component],
        outputs: Sequence[Component],
        fn: Callable[..., Any],
        preprocess: bool = True,
        postprocess: bool = True,
    ) -> None:
        self._rows = rows
        self._inputs = inputs
        self._outputs = outputs
        self._handler = Handler(fn)
        self._preprocess = preprocess
        self._postprocess = postprocess
        self._name = str(getattr(fn, "__qualname__", type(fn).__qualname__))
        self._results: dict[int, Result] = {}
        self._is_read = False

    @property
    def file(self) -> Path:
        """Where the results of these very examples are stored; other examples have another name."""
        columns = [[each.block_name for each in side] for side in (self._inputs, self._outputs)]
        text = repr((self._name, columns, self._rows))  # JSON calls 1 and "1", keys of a dict, the same
        return FOLDER / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.json"

    async def results(self, index: int) -> AsyncIterator[list[dict[str, Any]]]:
        """What to return for the outputs of example ``index``; each step of it, where a generator computes it now."""
        self._read()
        if index in self._results:
            yield self._updates(self._results[index])
            return
        async for result in self._compute(index):
            self._results[index] = result
            yield self._updates(result)

    async def compute_all(self) -> str:
        """All results as the text of :attr:`file`."""
        for index in range(len(self._rows)):
            async for result in self._compute(index):
                self._results[index] = result
        return json.dumps([self._results[index] for index in range(len(self._rows))], ensure_ascii=False)

    async def _compute(self, index: int) -> AsyncIterator[Result]:
        values = [self._argument(*pair) for pair in zip(self._inputs, self._rows[index], strict=True)]
        args, kwargs = self._handler.bind(values, {}, Request(), lambda kind: kind(None, None))
        async for value in self._handler.results(args, kwargs):
            changes = dict(changes_of(self._outputs, value, self._name))
            yield [self._props(output, changes.get(output, {})) for output in self._outputs]

    def _argument(self, component: Component, value: Any) -> Any:
        payload = component.postprocess(value)
        return component.preprocess(payload) if self._preprocess else payload

    def _props(self, output: Component, changes: dict[str, Any]) -> dict[str, Any]:
        if "value" in changes and self._postprocess:
            changes |= {"value": output.postprocess(changes["value"])}
        props: dict[str, Any] = as_json(changes)
        return props

    def _updates(self, result: Result) -> list[dict[str, Any]]:
        return [update(**props) for props in result]

    def _read(self) -> None:
        """Take over what was stored when the site was built."""
        if not self._is_read:
            self._is_read = True
            if self.file.exists():
                self._results = dict(enumerate(json.loads(self.file.read_text("utf-8"))))
