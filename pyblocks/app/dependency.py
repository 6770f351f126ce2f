"""A dependency: one registered event listener, with all that was said of it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from ..handler.handler import Handler
from ..tree.events import BlocksArgument, Event, ShowProgress, Trigger, TriggerMode
from ..tree.tree import Block, Container, Key, Root, Source

if TYPE_CHECKING:
    from ..components.timer import Timer


@dataclass(frozen=True, kw_only=True, eq=False)
class Dependency(Source):
    """One event listener (Gradio's ``Dependency``): triggers, function, inputs, outputs, options.

    ``.then``, ``.success`` and ``.failure`` listen for the end of its runs. Calling it calls its function, so that a
    function decorated with ``@button.click(...)`` can still be used as one.

    Attributes:
        associated_timer: the Timer that a component's ``every=`` made for it.
    """

    root: Root
    targets: tuple[Trigger, ...]
    fn: Callable[..., Any] | None
    inputs: tuple[Block, ...] = ()
    inputs_as_dict: bool = False
    inputs_kwargs: dict[str, Block] = field(default_factory=dict)
    outputs: tuple[Block, ...] = ()
    scroll_to_output: bool = False
    show_progress: ShowProgress = "full"
    show_progress_on: tuple[Block, ...] = ()
    preprocess: bool = True
    postprocess: bool = True
    cancels: tuple[Dependency, ...] = ()
    trigger_mode: TriggerMode = "once"
    concurrency_limit: int | Literal["default"] | None = "default"
    concurrency_id: str | None = None
    js: str | None = None
    batch: bool = False
    max_batch_size: int = 4
    validator: Callable[..., Any] | None = None
    queue: bool = True
    key: Key = None
    time_limit: float | None = None
    associated_timer: Timer | None = None
    #: Where a ``gr.render`` function puts what it makes; None for all other functions.
    renders: Container | None = None

    then = Event()
    success = Event()
    failure = Event()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.fn is None:
            raise TypeError(f"{self.name} has no Python function to call.")
        return self.fn(*args, **kwargs)

    @cached_property
    def name(self) -> str:
        """How messages name it: the function and what starts it, as in ``greet (click of gr.Button())``."""
        fn = getattr(self.fn, "__name__", type(self.fn).__name__)
        return f"{fn} ({', '.join(f'{t.event} of {t.source}' for t in self.targets)})"

    @cached_property
    def identity(self) -> object:
        """What stays the same when ``gr.render`` makes this listener anew with the same ``key``."""
        return self if self.key is None or not self.root.path else (self.root.path, self.key)

    @property
    def listens_to_page(self) -> bool:
        """Whether page load triggers it; what ``gr.render`` makes is loaded once it is on the page."""
        return any(target.event == "load" and not isinstance(target.source, Dependency) for target in self.targets)

    @cached_property
    def lane(self) -> object:
        """What shares a limit of runs at once: a ``concurrency_id``, or else a function."""
        return self.concurrency_id or self.fn or self

    @property
    def run_limit(self) -> float | None:
        """Seconds after which a run is ended; only listeners of ``stream`` have a limit, as in Gradio."""
        return self.time_limit if any(target.event == "stream" for target in self.targets) else None

    def __repr__(self) -> str:
        return f"gr.Dependency({self.name})"


#: Options that change nothing without a server; accepted so that apps run unmodified.
_SERVER_ONLY = frozenset({"api_name", "api_description", "api_visibility", "stream_every"})


def make_dependency(
    root: Root,
    targets: tuple[Trigger, ...],
    *,
    fn: Callable[..., Any] | None,
    inputs: BlocksArgument = None,
    outputs: BlocksArgument = None,
    cancels: Source | Sequence[Source] | None = None,
    inputs_kwargs: dict[str, Block] | None = None,
    show_progress_on: Block | Sequence[Block] | None = None,
    js: str | Literal[True] | None = None,
    batch: bool = False,
    **options: Any,
) -> Dependency:
    """Check what a listener was given and make it a dependency of ``root``.

    Raises:
        TypeError: an input, output or cancelled dependency is something else, or ``js`` is no JavaScript.
        ValueError: the function can't work in batches.
    """
    event = targets[0].event
    if fn is not None and not callable(fn):
        raise TypeError(f"{event}(fn=...) takes a function, not {type(fn).__name__}.")
    if js is not None and not isinstance(js, str):
        raise TypeError(f"{event}(js={js!r}): PyBlocks can't turn Python into JavaScript: give a JavaScript function.")
    if batch and fn is not None and Handler(fn).is_generator:
        raise ValueError(f"{event}(batch=True): a generator can't work in batches.")
    if fn is None:  # what a script returns are the page's own values; there is no Python to wait for
        options.update(postprocess=False, queue=False)
    dependency = Dependency(
        root=root,
        targets=targets,
        fn=fn,
        inputs=_blocks(inputs, f"{event}(inputs=...)"),
        inputs_as_dict=isinstance(inputs, Set),
        inputs_kwargs={k: _blocks(v, f"{event}(inputs_kwargs=...)")[0] for k, v in (inputs_kwargs or {}).items()},
        outputs=_blocks(outputs, f"{event}(outputs=...)"),
        show_progress_on=_blocks(show_progress_on, f"{event}(show_progress_on=...)"),
        cancels=_dependencies(cancels, event),
        js=js or None,
        batch=batch,
        **{name: value for name, value in options.items() if name not in _SERVER_ONLY},
    )
    _warn_of_arguments(dependency)
    return dependency


def check_rendered(dependency: Dependency, is_here: Callable[[Block], bool]) -> None:
    """Check that all blocks of a listener are in the app.

    Raises:
        ValueError: one is not.
    """
    sources: list[Any] = [target.source for target in dependency.targets if isinstance(target.source, Block)]
    for block in (*sources, *dependency.inputs, *dependency.inputs_kwargs.values(), *dependency.outputs):
        if not is_here(block) and not isinstance(block, Root):
            raise ValueError(
                f"{dependency.name} uses {block}, which is not in this app: create it inside 'with gr.Blocks():', "
                "or call its render() there."
            )


def _warn_of_arguments(dependency: Dependency) -> None:
    """Say, as Gradio does, that a function doesn't take what its listener gives; only calling it would fail."""
    count = 1 if dependency.inputs_as_dict else len(dependency.inputs)
    for fn in (dependency.fn, dependency.validator):
        problem = fn and Handler(fn).count_problem(count, dependency.inputs_kwargs)
        if problem:
            warnings.warn(f"{dependency.name} {problem}.", stacklevel=5)


def _blocks(value: BlocksArgument, where: str) -> tuple[Block, ...]:
    items: tuple[Any, ...]
    items = () if value is None else (value,) if isinstance(value, Block) else tuple(value)
    for position, item in enumerate(items):
        if not isinstance(item, Block):
            raise TypeError(f"{where} takes components, but item {position} is {type(item).__name__}: {item!r}.")
    return items


def _dependencies(value: Source | Sequence[Source] | None, event: str) -> tuple[Dependency, ...]:
    given = () if value is None else (value,) if isinstance(value, Source) else tuple(value)
    found = tuple(item for item in given if isinstance(item, Dependency))
    wrong = [type(item).__name__ for item in given if not isinstance(item, Dependency)]
    if wrong:
        raise TypeError(f"{event}(cancels=...) takes what click() and its like return, not {', '.join(wrong)}.")
    return found
