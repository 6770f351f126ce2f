"""Performing one run: arguments in, handler called, results out to the page."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import aclosing, asynccontextmanager, nullcontext
from typing import Any, Protocol

from ..app.updates import batch_results
from ..app.validate import validation_errors
from ..handler.handler import Handler, comes_later, results_of
from ..handler.progress import Progress, current_progress
from ..handler.running import current_run
from ..session.rendering import Rendering
from ..session.session import Session
from ..tree.tree import Block, Container
from .channel import Channel
from .delivery import Delivery
from .ending import Ending
from .handlers import Handlers
from .inputs import batch_inputs, input_values
from .progress_report import ProgressReport
from .run import End, Run
from .script import Scripts
from .statuses import Statuses

#: After a call that took longer than this (seconds), the page may paint that it is pending before the next one starts.
SLOW = 0.05


class Results(Protocol):
    """Hears what runs give."""

    def got_result(self, run: Run, written: list[Block]) -> None:
        """``run`` has given a result, which is with the page; these blocks got a value."""
        ...

    async def got_rendering(self, run: Run, rendering: Rendering) -> None:
        """The ``gr.render`` function of ``run`` has made this."""
        ...


class Runner:
    """Performs runs on one session.

    Parameters:
        session: whose blocks the runs read and update.
        channel: the way to the page.
        results: hears what runs give.

    Attributes:
        handlers, statuses, scripts: what runs need.
    """

    def __init__(self, session: Session, channel: Channel, results: Results) -> None:
        self._session = session
        self._channel = channel
        self._results = results
        self.handlers = Handlers(session.listeners)
        self.statuses = Statuses(session, channel.send)
        self.scripts = Scripts(session, channel.send)

    def start(self, run: Run, quietly: bool) -> End | Coroutine[Any, Any, End]:
        """Do the whole run, if it is the call of a plain function that was quick last time.

        Parameters:
            quietly: whether the page needn't hear of it before it is over, or asks (see :meth:`Statuses.start`).

        Returns:
            How it ended; or what does it, or the rest of it, for a task to run.
        """
        dependency, handlers = run.dependency, self.handlers
        if dependency not in handlers.simple or (dependency in handlers.slow and not run.by_page):
            return self._whole(run)
        if not quietly:
            self.statuses.start(run)
        self._open(run)
        run.has_begun = True
        started = time.perf_counter()
        with Ending(run, self._channel, self.statuses) as ending:
            result = self._call(run, handlers.functions[dependency])
            if run.is_cancelled:
                raise asyncio.CancelledError
            if comes_later(result):
                ending.goes_on = True
            else:
                self._delivery(run).take_now(result)
        if time.perf_counter() - started > SLOW:
            handlers.slow.add(dependency)
        return self._rest(run, result) if ending.goes_on else ending.end

    async def _rest(self, run: Run, returned: Any) -> End:
        """Wait for what the function of a run that was to be quick has ``returned``: a coroutine, a generator."""
        self._begin(run)
        with Ending(run, self._channel, self.statuses) as ending:
            run.raise_if_cancelled()
            await self._take_all(run, self.handlers.functions[run.dependency], returned)
        return ending.end

    async def _whole(self, run: Run) -> End:
        """Do the whole run, one step after the other: script, validator, function, results."""
        dependency = run.dependency
        self._begin(run)
        run.has_begun = dependency.js is not None or dependency.validator is not None
        with Ending(run, self._channel, self.statuses) as ending:
            run.raise_if_cancelled()
            valid = [each for each in (run, *run.mates) if await self._prepare(each)]
            run.raise_if_cancelled()
            if dependency in self.handlers.slow and not run.by_page and valid:
                await self._channel.paint()
            run.has_begun = True
            handler = self.handlers.functions.get(dependency)
            if handler is None or not valid:
                pass
            elif dependency.batch:
                await self._call_batch(run, handler, valid)
            elif dependency.renders is not None:
                await self._render(run, handler, dependency.renders)
            else:
                await self._take_all(run, handler)
        return ending.end

    def _begin(self, run: Run) -> None:
        """A task of its own does the run from here on."""
        run.is_under_way = True
        self.statuses.start(run)
        self._open(run)

    def _open(self, run: Run) -> None:
        """What the app's code does from here on belongs to ``run``."""
        current_run.set(run)
        run.report = ProgressReport(run, self._session.listeners.number(run.dependency), self._channel.pause)

    async def _prepare(self, run: Run) -> bool:
        """Run the listener's script, then its validator; whether its function may run."""
        dependency = run.dependency
        handler = self.handlers.functions.get(dependency)
        if handler is not None and handler.progress is not None:
            current_progress.set(Progress(handler.progress.track_tqdm))
        if dependency.js is not None and dependency.fn is None:
            await self._apply(run, await self.scripts.result(run))
        elif dependency.js is not None:
            run.scripted = await self.scripts.inputs(run)
        validator = self.handlers.validators.get(dependency)
        if validator is not None:
            args, kwargs = validator.bind(*input_values(run, self._session), run.request, run.event_data)
            async with aclosing(validator.results(args, kwargs)) as given:
                errors = validation_errors(dependency, await anext(given))
            run.raise_if_cancelled()
            run.is_invalid = any(message is not None for _, message in errors)
            self._channel.send({"type": "validation", "errors": errors})
        return not run.is_invalid

    def _call(self, run: Run, handler: Handler) -> Any:
        inputs = input_values(run, self._session)
        args, kwargs = handler.bind(*inputs, run.request, run.event_data, current_progress.get())
        return handler.fn(*args, **kwargs)

    async def _call_batch(self, run: Run, handler: Handler, valid: list[Run]) -> None:
        """Call the function once for several runs: with a list of values for each input, for a list for each output."""
        inputs = batch_inputs(run.dependency, [input_values(each, self._session) for each in valid])
        args, kwargs = handler.bind(*inputs, run.request, run.event_data, current_progress.get())
        async with aclosing(handler.results(args, kwargs)) as given:
            result = await anext(given)
        run.raise_if_cancelled()
        returned = batch_results(run.dependency, result, len(valid))
        for each, own in zip(valid, returned, strict=True):
            await self._apply(each, own)

    async def _render(self, run: Run, handler: Handler, place: Container) -> None:
        """Let a ``gr.render`` function make its blocks."""
        if handler.is_async or handler.is_generator:
            raise TypeError(f"{run.dependency.name}: gr.render takes a plain function, neither async nor a generator.")
        session = self._session
        with Rendering(place, session.renderings.get(place._id), session.blocks, session.ids) as rendering:
            self._call(run, handler)
        if not run.is_cancelled:
            await self._results.got_rendering(run, rendering)

    async def _take_all(self, run: Run, handler: Handler, returned: Any = None) -> None:
        """Take all that the function gives: one result, or many.

        Parameters:
            returned: what its call gave, if it was called already.
        """
        run.gives_many = handler.is_generator or returned is not None
        started = time.perf_counter()
        limit = nullcontext() if run.dependency.run_limit is None else time_limit(run.dependency.run_limit)
        with self._delivery(run, streams=handler.is_generator) as delivery:
            if returned is None:
                returned = self._call(run, handler)
            async with limit, aclosing(results_of(returned)) as given:
                async for result in given:
                    if run.is_cancelled:
                        raise asyncio.CancelledError
                    if handler.is_generator:
                        self.statuses.generate(run)
                    await delivery.take(result)
        if not handler.is_async:
            slow = self.handlers.slow
            (slow.add if time.perf_counter() - started > SLOW else slow.discard)(run.dependency)

    def _delivery(self, run: Run, streams: bool = False) -> Delivery:
        paints_first = run.dependency in self.handlers.slow
        return Delivery(run, self._session, self._channel, self._results.got_result, streams, paints_first)

    async def _apply(self, run: Run, result: Any) -> None:
        """Update the outputs with a result that is the only one."""
        with self._delivery(run) as delivery:
            await delivery.take(result)


@asynccontextmanager
async def time_limit(seconds: float) -> AsyncIterator[None]:
    """End the block after so many seconds, as if it had come to its end by itself."""
    deadline = asyncio.timeout(seconds)
    try:
        async with deadline:
            yield
    except TimeoutError:
        if not deadline.expired():
            raise
