"""Calling an app's function: plain, async, generator or async generator, with what it asks for by annotation."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from inspect import (
    Parameter,
    isasyncgen,
    isasyncgenfunction,
    isawaitable,
    iscoroutinefunction,
    isgenerator,
    isgeneratorfunction,
    isroutine,
    signature,
    unwrap,
)
from typing import Any, get_args

from .event_data import EventData
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
        plain = unwrap(fn if isroutine(fn) else getattr(fn, "func", type(fn).__call__))
        self._globals = getattr(plain, "__globals__", {})
        self.is_generator = isgeneratorfunction(plain) or isasyncgenfunction(plain)
        self.is_async = iscoroutinefunction(plain) or isasyncgenfunction(plain)
        try:
            self._parameters = list(signature(fn).parameters.values())
        except ValueError:  # some builtins have no signature: they take their inputs by position
            self._parameters = []
        defaults = (parameter.default for parameter in self._parameters)
        self.progress = next((default for default in defaults if isinstance(default, Progress)), None)

    def input_names(self) -> list[str]:
        """The names of the parameters that inputs are given to by position."""
        by_position = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
        return [p.name for p in self._parameters if p.kind in by_position and self._injected_type(p) is None]

    def bind(
        self,
        inputs: list[Any],
        kwargs: dict[str, Any],
        request: Request,
        event_data: Callable[[type[EventData]], Any],
        progress: Progress | None = None,
    ) -> tuple[list[Any], dict[str, Any]]:
        """Arguments for a call: the inputs in order, and between them what is injected by annotation or default."""
        args: list[Any] = []
        kwargs = dict(kwargs)
        left = iter(inputs)
        for parameter in self._parameters:
            wanted = self._injected_type(parameter)
            if wanted is None:
                if parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                    args.extend([value] if (value := next(left, _NONE)) is not _NONE else [])
                continue
            value = (
                progress
                if issubclass(wanted, Progress)
                else request
                if issubclass(wanted, Request)
                else event_data(wanted)
            )
            if len(args) == self._parameters.index(parameter) and parameter.kind is not Parameter.KEYWORD_ONLY:
                args.append(value)
            else:
                kwargs[parameter.name] = value
        return [*args, *left], kwargs

    async def results(self, args: list[Any], kwargs: dict[str, Any]) -> AsyncGenerator[Any, None]:
        """Call the function: its one result, or all that it yields."""
        result = self.fn(*args, **kwargs)
        if isasyncgen(result):
            try:
                async for item in result:
                    yield item
            finally:
                await result.aclose()
        elif isgenerator(result):
            try:
                for item in result:
                    yield item
            finally:
                result.close()
        else:
            yield await result if isawaitable(result) else result

    def _injected_type(self, parameter: Parameter) -> type[Request] | type[EventData] | type[Progress] | None:
        if isinstance(parameter.default, Progress):
            return Progress
        annotation = parameter.annotation
        if isinstance(annotation, str):
            try:
                annotation = eval(annotation, self._globals)
            except (NameError, AttributeError, SyntaxError, TypeError):  # a name that only type checkers know
                return None
        for candidate in (annotation, *get_args(annotation)):
            if isinstance(candidate, type) and issubclass(candidate, (Request, EventData)):
                return candidate
        return None


_NONE = object()
