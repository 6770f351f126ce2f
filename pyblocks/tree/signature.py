"""What a call passed, and what it left at its default.

A component's ``__init__`` spells its whole signature once; the base classes read it from here, so that no file
repeats the list. ``gr.Textbox(visible=True)`` returned by a handler means "change visible and nothing else": for that
it matters which arguments were written down, which is why :class:`~pyblocks.tree.tree.Block` keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import Parameter, signature
from typing import Any

_UNNAMED = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)


@cache
def parameters(function: Callable[..., Any]) -> dict[str, Parameter]:
    """The named parameters of ``function`` in order, without ``self``, ``*args`` and ``**kwargs``."""
    named = signature(function).parameters.values()
    return {p.name: p for p in named if p.name != "self" and p.kind not in _UNNAMED}


def passed_arguments(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a call by name: only those that the caller wrote."""
    return dict(zip(parameters(function), args, strict=False)) | kwargs


def arguments(namespace: dict[str, Any]) -> dict[str, Any]:
    """The arguments in ``locals()`` of an ``__init__``, as the base class takes them: without ``self``."""
    return {name: value for name, value in namespace.items() if name not in ("self", "__class__")}


@dataclass(frozen=True)
class Writing:
    """What an app's own call wrote, as it is at one ``__init__`` on the way down from the app's class.

    Parameters:
        init: the ``__init__``.
        arguments: of those that it was called with, the ones that were written, by name.
        rest: those that it takes by ``*args``, which only the next one has names for.
    """

    init: Callable[..., None]
    arguments: dict[str, Any]
    rest: tuple[Any, ...] = ()

    @classmethod
    def of_call(cls, init: Callable[..., None], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Writing:
        """For the call that the app itself wrote."""
        return cls(init, passed_arguments(init, args, kwargs), args[len(parameters(init)) :])

    def handed_on(self, init: Callable[..., None], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Writing:
        """For the base class's ``init``, which this one calls with these arguments.

        Written are those with the same name. Where this one keeps some to itself, the arguments that it adds on its own
        are made of them.
        """
        call = passed_arguments(init, args, kwargs)
        written = self.arguments.keys() | _among(self.rest, dict(zip(parameters(init), args, strict=False)))
        if not self.arguments.keys() <= call.keys():
            written |= call.keys() - parameters(self.init).keys()
        rest = args[len(parameters(init)) :]
        return Writing(init, {name: value for name, value in call.items() if name in written}, rest)


def _among(values: tuple[Any, ...], call: dict[str, Any]) -> set[str]:
    """The names of those arguments that are one of these very values."""
    return {name for name, value in call.items() if any(value is each for each in values)}
