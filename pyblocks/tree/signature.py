"""What a call passed, and what it left at its default.

A component's ``__init__`` spells its whole signature once; the base classes read it from here, so that no file
repeats the list. ``gr.Textbox(visible=True)`` returned by a handler means "change visible and nothing else": for that
it matters which arguments were written down, which is why :class:`~pyblocks.tree.tree.Block` keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from inspect import Parameter, signature
from typing import Any


@cache
def parameters(function: Callable[..., Any]) -> dict[str, Parameter]:
    """The named parameters of ``function`` in order, without ``self`` and without ``**kwargs``."""
    named = signature(function).parameters.values()
    return {p.name: p for p in named if p.name != "self" and p.kind is not Parameter.VAR_KEYWORD}


def passed_arguments(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call by name: only those that the caller wrote."""
    return dict(zip(parameters(function), args, strict=False)) | kwargs


def arguments(namespace: dict[str, Any]) -> dict[str, Any]:
    """The arguments in ``locals()`` of an ``__init__``, as the base class takes them: without ``self``."""
    return {name: value for name, value in namespace.items() if name not in ("self", "__class__")}
