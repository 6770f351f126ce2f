"""From what a handler returned to what each output becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from ..tree.tree import Block
from .dependency import Dependency

#: What Gradio's updates have under ``__type__``; here it is only for apps that look at it.
_MARK = {"__type__": "update"}


class Update(dict[str, Any]):
    """What :func:`update` returns: new props by name, which apps may read and add to as in Gradio.

    Only this class is an update. A dict with the same contents is a value: it may come from a visitor, a link or a
    file, and must not decide over props such as ``sanitize_html``.
    """

    def copy(self) -> Update:
        """Another update with the same contents."""
        return Update(self)

    def __or__(self, other: Any) -> Update:  # type: ignore[override]
        return Update(dict(self) | other)


def update(
    elem_id: str | None = None,
    elem_classes: list[str] | str | None = None,
    visible: bool | Literal["hidden"] | None = None,
    **kwargs: Any,
) -> Update:
    """Change some props of an output and keep the others (Gradio's ``gr.update``).

    Parameters:
        elem_id, elem_classes, visible: as in the component; None leaves them as they are.
        kwargs: any other props, ``value`` among them; None is a value like any other.
    """
    common = {"elem_id": elem_id, "elem_classes": elem_classes, "visible": visible}
    return Update({name: value for name, value in common.items() if value is not None} | kwargs | _MARK)


def skip() -> Update:
    """Leave an output as it is (Gradio's ``gr.skip``)."""
    return Update(_MARK)


def output_changes(dependency: Dependency, result: Any) -> Iterator[tuple[Block, dict[str, Any]]]:
    """Each output of ``dependency`` that ``result`` says something of, with its new props.

    Raises:
        ValueError: there are too few values, or a key that is not an output.
    """
    return changes_of(dependency.outputs, result, dependency.name)


def changes_of(outputs: Sequence[Block], result: Any, name: str) -> Iterator[tuple[Block, dict[str, Any]]]:
    """The same for a function called ``name`` that is no listener's."""
    if isinstance(result, dict) and result and all(isinstance(key, Block) for key in result):
        for block, value in result.items():
            if block not in outputs:
                raise ValueError(f"{name} returned a value for {block}, which is not among its outputs.")
            yield block, _changes(value)
        return
    for block, value in zip(outputs, _values(outputs, result, name), strict=False):
        yield block, _changes(value)


def batch_results(dependency: Dependency, result: Any, size: int) -> list[Any]:
    """What a ``batch`` function returned, a list for each output, as one result for each of its ``size`` runs.

    Raises:
        ValueError: it is something else.
    """
    outputs = dependency.outputs
    if not outputs:
        return [None] * size
    columns = result if isinstance(result, (list, tuple)) else ()
    if len(columns) < len(outputs) or any(
        not isinstance(column, (list, tuple)) or len(column) != size for column in columns[: len(outputs)]
    ):
        raise ValueError(
            f"{dependency.name} works in batches: it returns a list of {len(outputs)} lists, one for each output, with "
            f"{size} values each, but it returned {str(result)[:200]!r}."
        )
    rows = zip(*columns[: len(outputs)], strict=True)
    return [row[0] if len(outputs) == 1 else row for row in rows]


def _values(outputs: Sequence[Block], result: Any, name: str) -> tuple[Any, ...] | list[Any]:
    needed = len(outputs)
    if needed == 0:
        if result is not None:
            _warn(f"{name} returned {str(result)[:100]!r}, but has no outputs: it is ignored.")
        return ()
    if needed == 1:
        return (result,)
    if isinstance(result, Update) and result == skip():
        return [result] * needed
    values = result if isinstance(result, (tuple, list)) else (result,)
    if len(values) == needed:
        return values
    names = ", ".join(map(str, outputs))
    if len(values) < needed:
        raise ValueError(
            f"{name} didn't return enough values (needed: {needed}, returned: {len(values)}). Its outputs are: {names}."
        )
    _warn(
        f"{name} returned too many values (needed: {needed}, returned: {len(values)}). The rest is ignored. "
        f"Its outputs are: {names}."
    )
    return values


def _warn(text: str) -> None:
    print(f"PyBlocks: {text}")


def _changes(value: Any) -> dict[str, Any]:
    if isinstance(value, Block):
        return value.passed
    if isinstance(value, Update):
        return {name: item for name, item in value.items() if name not in _MARK}
    return {"value": value}
