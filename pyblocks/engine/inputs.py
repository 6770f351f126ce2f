"""What a run gives its function: the values of its listener's inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..components.browserstate import BrowserState

if TYPE_CHECKING:
    from ..app.dependency import Dependency
    from ..session.session import Session
    from ..tree.tree import Block
    from .run import Run


#: Values for the positional and for the keyword arguments.
Inputs = tuple[list[Any], dict[str, Any]]


def input_values(run: Run, session: Session) -> Inputs:
    """The values of the inputs, for the positional and the keyword arguments."""
    dependency = run.dependency

    values = [_value(block, run, session) for block in dependency.inputs]
    by_name = {name: _value(block, run, session) for name, block in dependency.inputs_kwargs.items()}
    if dependency.inputs_as_dict:
        return [dict(zip(dependency.inputs, values, strict=True))], by_name
    return values, by_name


def _value(block: Block, run: Run, session: Session) -> Any:
    if block._id not in run.scripted:
        payload = run.payloads.get(block._id)
    elif isinstance(block, BrowserState):
        return run.scripted[block._id]
    else:
        payload = run.scripted[block._id]
    return session.slot(block).argument(payload, run.dependency.preprocess)


def batch_inputs(dependency: Dependency, each: list[Inputs]) -> Inputs:
    """The inputs of several runs of ``dependency`` as those of one call: a list in place of each value."""
    by_name = {name: [own[name] for _, own in each] for name in dependency.inputs_kwargs}
    if dependency.inputs_as_dict:
        return [{block: [values[0][block] for values, _ in each] for block in dependency.inputs}], by_name
    return [list(column) for column in zip(*(values for values, _ in each), strict=True)], by_name
