"""What a run gives its function: the values of its listener's inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .components.browserstate import BrowserState

if TYPE_CHECKING:
    from .run import Run
    from .session import Session
    from .tree import Block


def input_values(run: Run, session: Session) -> tuple[list[Any], dict[str, Any]]:
    """The values of the inputs, for the positional and the keyword arguments."""
    dependency = run.dependency

    def value(block: Block) -> Any:
        if isinstance(block, BrowserState) and block._id in run.scripted:
            return run.scripted[block._id]
        payload = run.scripted.get(block._id, run.payloads.get(block._id))
        return session.slot(block).argument(payload, dependency.preprocess)

    values = [value(block) for block in dependency.inputs]
    by_name = {name: value(block) for name, block in dependency.inputs_kwargs.items()}
    if dependency.inputs_as_dict:
        return [dict(zip(dependency.inputs, values, strict=True))], by_name
    return values, by_name
