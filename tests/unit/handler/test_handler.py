from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

from pyblocks.handler.handler import Handler
from pyblocks.handler.request import Request
from pyblocks.tree.event_data import EventData, SelectData

REQUEST = Request(session_hash="abc")


def call(fn: Callable[..., Any], *inputs: Any) -> list[Any]:
    handler = Handler(fn)

    async def results() -> list[Any]:
        args, kwargs = handler.bind(
            list(inputs), {}, REQUEST, lambda kind: kind(None, {"index": 2, "value": "b", "selected": True})
        )
        return [result async for result in handler.results(args, kwargs)]

    return asyncio.run(results())


async def add_later(a: int, b: int) -> int:
    await asyncio.sleep(0)
    return a + b


def count(n: int) -> Iterator[int]:
    yield from range(n)


async def count_later(n: int) -> AsyncIterator[int]:
    for i in range(n):
        await asyncio.sleep(0)
        yield i


@pytest.mark.parametrize(
    ("fn", "inputs", "expected"),
    [
        (lambda a, b: a + b, (1, 2), [3]),
        (add_later, (1, 2), [3]),
        (count, (3,), [0, 1, 2]),
        (count_later, (3,), [0, 1, 2]),
        (functools.partial(add_later, 1), (2,), [3]),
        (len, ("abc",), [3]),
        (max, (1, 5), [5]),
    ],
)
def test_every_kind_of_function_gives_its_results(
    fn: Callable[..., Any], inputs: tuple[Any, ...], expected: list[Any]
) -> None:
    assert call(fn, *inputs) == expected


@pytest.mark.parametrize(
    ("fn", "generator", "is_async"),
    [
        (len, False, False),
        (add_later, False, True),
        (count, True, False),
        (count_later, True, True),
        (functools.partial(count_later, 2), True, True),
    ],
)
def test_a_handler_knows_its_kind(fn: Callable[..., Any], generator: bool, is_async: bool) -> None:
    handler = Handler(fn)
    assert (handler.is_generator, handler.is_async) == (generator, is_async)


def test_the_request_is_injected_between_inputs() -> None:
    def fn(a: str, request: Request, b: str) -> str:
        return f"{a}{request.session_hash}{b}"

    assert call(fn, "<", ">") == ["<abc>"]


def test_event_data_is_injected_as_the_kind_that_is_asked_for() -> None:
    def fn(event: SelectData, text: str) -> Any:
        return type(event).__name__, event.index, text

    def base(text: str, event: EventData) -> Any:
        return event.value, text

    assert call(fn, "x") == [("SelectData", 2, "x")]
    assert call(base, "x") == [("b", "x")]


def test_an_optional_annotation_and_a_keyword_only_parameter_are_injected_too() -> None:
    def fn(a: int, *, request: Request | None = None) -> Any:
        return a, request is not None

    assert call(fn, 1) == [(1, True)]


def test_defaults_fill_what_inputs_do_not() -> None:
    def fn(a: int, b: int = 10) -> int:
        return a + b

    assert call(fn, 1) == [11]


def between(a: Any, request: Request, b: Any) -> Any:
    return a, type(request).__name__, b


def with_default(a: Any, b: Any = "default", *, c: Any = "keyword") -> Any:
    return a, b, c


def with_rest(a: Any, b: Any, *rest: Any) -> Any:
    return a, b, rest


class Owner:
    def method(self, a: Any, b: Any) -> Any:
        return a, b


@pytest.mark.parametrize(
    ("fn", "inputs", "expected"),
    [
        (lambda a, b: (a, b), (), (None, None)),
        (between, (1,), (1, "Request", None)),
        (between, (), (None, "Request", None)),
        (with_default, (), (None, "default", "keyword")),
        (with_rest, (1,), (1, None, ())),
        (Owner().method, (1,), (1, None)),
        (functools.partial(lambda a, b: (a, b), 1), (), (1, None)),
    ],
)
def test_what_has_neither_input_nor_default_is_none_as_in_gradio(
    fn: Callable[..., Any], inputs: tuple[Any, ...], expected: tuple[Any, ...]
) -> None:
    assert call(fn, *inputs) == [expected]


def test_an_input_by_keyword_is_given_to_nothing_else() -> None:
    args, kwargs = Handler(lambda a, b, c: (a, b, c)).bind([1], {"b": 2}, REQUEST, lambda kind: None)
    assert (args, kwargs) == ([1], {"b": 2, "c": None})


def test_closing_a_generator_runs_its_finally() -> None:
    closed: list[str] = []

    def fn() -> Iterator[int]:
        try:
            yield 1
            yield 2
        finally:
            closed.append("closed")

    async def first() -> int:
        results: Any = Handler(fn).results([], {})
        try:
            first: int = await anext(results)
            return first
        finally:
            await results.aclose()

    assert asyncio.run(first()) == 1
    assert closed == ["closed"]


def test_an_object_with_a_call_is_given_what_it_asks_for_by_annotation() -> None:
    class Method:
        def __call__(self, request: Request, value: int) -> None: ...

    request = Request()
    args, kwargs = Handler(Method()).bind([1], {}, request, lambda kind: kind(None, None))
    assert (args, kwargs) == ([request, 1], {})
    assert Handler(Method()).input_names() == ["value"]


class Greeter:
    def __call__(self, text: str, request: Request) -> Any:
        return text, request.session_hash

    def method(self, text: str, event: SelectData | None = None) -> Any:
        return text, event is not None


@pytest.mark.parametrize(
    ("fn", "expected"),
    [
        (Greeter(), ("x", "abc")),
        (Greeter().method, ("x", True)),
        (functools.partial(Greeter().method), ("x", True)),
        (functools.partial(lambda a, b: (a, b), "first"), ("first", "x")),
    ],
)
def test_methods_partials_and_callable_objects_are_given_what_they_name_in_text(fn: Any, expected: Any) -> None:
    assert call(fn, "x") == [expected]


def test_an_annotation_that_only_type_checkers_know_is_an_input() -> None:
    def fn(a: Unknown | None) -> Any:  # type: ignore[name-defined]  # noqa: F821
        return a

    assert call(fn, "x") == ["x"]


@pytest.mark.parametrize(
    ("fn", "count", "problem"),
    [
        (lambda: 1, 1, "takes at most 0 arguments, but its listener has 1 inputs"),
        (lambda a, b: 1, 1, "needs at least 2 arguments, but its listener has 1 inputs"),
        (lambda a, b=2: 1, 1, None),
        (lambda *a: 1, 3, None),
        (lambda a, *, k=1: 1, 1, None),
        (functools.partial(lambda a, b: 1, 5), 1, None),
        (Greeter(), 1, None),
        (Greeter().method, 1, None),
        (Greeter().method, 2, "takes at most 1 arguments, but its listener has 2 inputs"),
        (print, 2, None),
        (dict.get, 2, None),
        (max, 4, None),
    ],
)
def test_inputs_that_are_too_few_or_too_many_are_seen(fn: Any, count: int, problem: str | None) -> None:
    assert Handler(fn).count_problem(count) == problem
