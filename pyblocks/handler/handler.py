"""Calling an app's function: plain, async, generator or async generator, with what it asks for by annotation."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import suppress
from functools import cached_property, partial
from inspect import (
    Parameter,
    isasyncgen,
    isasyncgenfunction,
    isawaitable,
    isclass,
    iscoroutinefunction,
    isgenerator,
    isgeneratorfunction,
    isroutine,
    signature,
    unwrap,
)
from types import AsyncGeneratorType, GeneratorType
from typing import Any, cast, get_args

from ..tree.event_data import EventData
from .progress import Progress
from .request import Request


class Handler:
    """A function of the app, ready to be called with the values of its inputs.

    Parameters:
        fn: a ``def``, ``async def``, generator or async generator function, or any callable.

    Attributes:
        is_generator: whether a call gives many results.
        is_async: whether a call lets others run while it waits.
        progress: the ``gr.Progress()`` that is a parameter's default; None where there is none.
    """

    def __init__(self, fn: Callable[..., Any]) -> None:
        self.fn = fn
        plain = _plain(fn)
        self._names = getattr(plain, "__globals__", {})
        self.is_generator = isgeneratorfunction(plain) or isasyncgenfunction(plain)
        self.is_async = iscoroutinefunction(plain) or isasyncgenfunction(plain)
        try:
            self._parameters = list(signature(fn).parameters.values())
            self._parameters_known = True
        except ValueError:  # some builtins have no signature: they take their inputs by position
            self._parameters = []
            self._parameters_known = False
        defaults = (parameter.default for parameter in self._parameters)
        self.progress = next((default for default in defaults if isinstance(default, Progress)), None)

    def input_names(self) -> list[str]:
        """The names of the parameters that inputs are given to by position."""
        return [p.name for p in self._parameters if p.kind in _BY_POSITION and self._injected_type(p) is None]

    def bind(
        self,
        inputs: list[Any],
        kwargs: dict[str, Any],
        request: Request,
        event_data: Callable[[type[EventData]], Any],
        progress: Progress | None = None,
    ) -> tuple[list[Any], dict[str, Any]]:
        """Arguments for a call: the inputs in order, and between them what is injected by annotation or default.

        What has neither input nor default is None, as in Gradio: the app was warned when it registered the function.
        """
        if not self._injects and len(inputs) >= self._needed:
            return inputs, kwargs
        args: list[Any] = []
        kwargs = dict(kwargs)
        left = iter(inputs)
        for parameter in self._parameters:
            wanted = self._injected_type(parameter)
            if wanted is None:
                if parameter.kind in _BY_POSITION:
                    self._give(parameter, next(left, _NONE), args, kwargs)
                continue
            value = (
                progress
                if issubclass(wanted, Progress)
                else request
                if issubclass(wanted, Request)
                else event_data(wanted)
            )
            self._give(parameter, value, args, kwargs)
        return [*args, *left], kwargs

    def _give(self, parameter: Parameter, value: Any, args: list[Any], kwargs: dict[str, Any]) -> None:
        """Add what ``parameter`` gets: by position, unless one before it gets nothing."""
        if value is _NONE:
            if parameter.default is not Parameter.empty or parameter.name in kwargs:
                return
            value = None
        if len(args) == self._parameters.index(parameter) and parameter.kind is not Parameter.KEYWORD_ONLY:
            args.append(value)
        else:
            kwargs[parameter.name] = value

    def results(self, args: list[Any], kwargs: dict[str, Any]) -> AsyncGenerator[Any, None]:
        """Call the function: its one result, or all that it yields."""
        return results_of(self.fn(*args, **kwargs))

    @cached_property
    def _needed(self) -> int:
        """How many arguments a call must have by position, where none of them is injected."""
        return sum(p.kind in _BY_POSITION and p.default is Parameter.empty for p in self._parameters)

    @cached_property
    def _injects(self) -> bool:
        """Whether any argument is no input. Asked for at the first call: by then the app has defined its types."""
        return any(self._injected_type(parameter) is not None for parameter in self._parameters)

    def _injected_type(self, parameter: Parameter) -> type[Request] | type[EventData] | type[Progress] | None:
        if isinstance(parameter.default, Progress):
            return Progress
        annotation = parameter.annotation
        while isinstance(annotation, str):
            try:
                annotation = eval(annotation, self._names)
            except (NameError, AttributeError, SyntaxError, TypeError):  # a name that only type checkers know
                return None
        for candidate in (annotation, *get_args(annotation)):
            if isinstance(candidate, type) and issubclass(candidate, (Request, EventData)):
                return candidate
        return None

    def count_problem(self, count: int, names: Collection[str] = ()) -> str | None:
        """What is wrong with calling it with ``count`` inputs, and others by ``names``; None for nothing."""
        kinds = [parameter.kind for parameter in self._parameters]
        own = [p for p in self._parameters if p.kind in _BY_POSITION and p.name not in names]
        own = [parameter for parameter in own if self._injected_type(parameter) is None]
        needed = sum(parameter.default is Parameter.empty for parameter in own)
        if count < needed:
            return f"needs at least {needed} arguments, but its listener has {count} inputs"
        if count > len(own) and self._parameters_known and Parameter.VAR_POSITIONAL not in kinds:
            return f"takes at most {len(own)} arguments, but its listener has {count} inputs"
        return None


async def results_of(result: Any) -> AsyncGenerator[Any, None]:
    """What a call gave: its one result, or all that it yields."""
    if isasyncgen(result):
        try:
            async for item in result:
                yield item
        finally:
            await _aclose(result)
    elif isgenerator(result):
        try:
            for item in result:
                yield item
        finally:
            _close(result)
    else:
        yield await result if isawaitable(result) else result


async def _aclose(generator: AsyncGeneratorType[Any, Any]) -> None:
    """Close it. What it yields on its way out, in a ``finally``, is nobody's any more."""
    with suppress(GeneratorExit, StopAsyncIteration):
        for _ in range(_LAST_WORDS):
            if generator.ag_frame is None:
                return
            await generator.athrow(GeneratorExit())
    await generator.aclose()


def _close(generator: GeneratorType[Any, Any, Any]) -> None:
    """:func:`_aclose` for a plain one."""
    with suppress(GeneratorExit, StopIteration):
        for _ in range(_LAST_WORDS):
            if generator.gi_frame is None:
                return
            generator.throw(GeneratorExit())
    generator.close()


def comes_later(result: Any) -> bool:
    """Whether what a call gave has yet to be waited for, or gives many results."""
    return type(result) not in _VALUES and (isasyncgen(result) or isgenerator(result) or isawaitable(result))


def _plain(fn: Callable[..., Any]) -> Callable[..., Any]:
    """The function that the app wrote, without what is wrapped around it: partials, methods, callable objects."""
    while isinstance(fn, partial):
        fn = fn.func
    if not isroutine(fn) and not isclass(fn):
        fn = type(fn).__call__
    return cast("Callable[..., Any]", unwrap(fn))


_BY_POSITION = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
_NONE = object()
#: A generator that has been told to close and yields more often than this never will.
_LAST_WORDS = 100
#: Types of results that are nothing else: looked at first, as most results are.
_VALUES = frozenset({str, int, float, bool, list, tuple, dict, type(None)})
