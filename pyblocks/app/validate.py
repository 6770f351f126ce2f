"""``gr.validate`` and what becomes of a listener's ``validator``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .dependency import Dependency


class Validation(dict[str, Any]):
    """What :func:`validate` returns. A dict with the same contents, which may be a visitor's value, says nothing."""


def validate(is_valid: bool, message: str) -> Validation:
    """What a ``validator`` says of one input (Gradio's ``gr.validate``).

    Parameters:
        is_valid: whether the event's function may run, as far as this input is concerned.
        message: what is shown at the input if not.
    """
    return Validation({"__type__": "validate", "is_valid": is_valid, "message": message})


def validation_errors(dependency: Dependency, result: Any) -> list[tuple[int, str | None]]:
    """For each input, its id and what a validator's ``result`` says is wrong with it; None for nothing.

    Anything but a :func:`validate` says nothing, as in Gradio.

    Raises:
        ValueError: there are several inputs and not a value for each.
    """
    inputs = dependency.inputs
    values = list(result) if isinstance(result, (list, tuple)) else [result]
    if len(values) < len(inputs):
        names = ", ".join(map(str, inputs))
        raise ValueError(
            f"The validator of {dependency.name} didn't return enough values (needed: {len(inputs)}, returned: "
            f"{len(values)}): return a gr.validate(...) for each of its inputs, {names}."
        )
    return [(block._id, _error(value)) for block, value in zip(inputs, values, strict=False)]


def _error(value: Any) -> str | None:
    is_invalid = isinstance(value, Validation) and not value.get("is_valid")
    return str(value.get("message") or "Invalid value.") if is_invalid else None
