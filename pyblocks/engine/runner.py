"""Performing one run: arguments in, handler called, results out to the page."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, nullcontext
from functools import partial
from typing import Any

from ..app.updates import batch_results
from ..app.validate import validation_errors
from ..handler.handler import Handler, results_of
from ..handler.messages import tell_error
from ..handler.progress import Progress, current_progress
from ..handler.running import current_run
from ..session.rendering import Rendering
from ..session.session import Session
from ..tree.tree import Block, Container
from ..wire.outbox import Outbox
from .delivery import Delivery
from .handlers import Handlers
from .inputs import batch_inputs, input_values
from .progress_report import ProgressReport
from .quick_runner import SLOW, QuickRunner
from .run import NOT_CALLED, End, Run
from .script import Scripts
from .statuses import Statuses


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


class Runner:
    """Performs runs on one session.

    Parameters:
        session: whose blocks the runs read and update.
        outbox: sends messages to the page.
        paint: returns once the page has painted what it was sent.
        on_result: is told after each result which blocks got a value.
        on_render: is given what a ``gr.render`` function made.
        pause: lets the page paint in the middle of a plain function, where Python can be suspended; does nothing else.

    Attributes:
        handlers, statuses, scripts: what runs need.
        quick: performs those that need no task.
        report: tells the visitor, and the console, what an app's code raised.
    """

    def __init__(
        self,
        session: Session,
        outbox: Outbox,
        paint: Callable[[], Awaitable[None]],
        on_result: Callable[[Run, list[Block]], None],
        on_render: Callable[[Run, Rendering], Awaitable[None]],
        pause: Callable[[], None],
    ) -> None:
        self._session = session
        self._outbox = outbox
        self._send = outbox.send
        self._paint = paint
        self._on_result = on_result
        self._on_render = on_render
        self._pause = pause
        self.handlers = Handlers(session.listeners)
        self.statuses = Statuses(session, outbox.send)
        self.scripts = Scripts(session, outbox.send)
        self.report: Callable[[BaseException], None] = partial(tell_error, outbox.send)
        self.quick = QuickRunner(session, outbox, self.handlers, self.statuses, self.report, on_result, pause)

    async def perform(self, run: Run) -> End:
        """Do the whole run; an exception of the app becomes a message to the visitor, whatever it is."""
        dependency = run.dependency
        run.is_under_way = True
        self.statuses.start(run)
        current_run.set(run)
        run.has_begun = dependency.js is not None or dependency.validator is not None
        run.report = ProgressReport(run, self._session.listeners.number(dependency), self._pause)
        try:
            run.raise_if_cancelled()
            valid = [each for each in (run, *run.mates) if await self._prepare(each)]
            run.raise_if_cancelled()
            if dependency in self.handlers.slow and not run.by_page and valid and run.returned is NOT_CALLED:
                await self._paint()
            run.has_begun = True
            if dependency.batch:
                await self._call_batch(run, valid)
            elif valid:
                await self._call(run)
        except asyncio.CancelledError:
            self.statuses.end(run, "complete")
            return "cancelled"
        except GeneratorExit:
            raise
        except BaseException as error:  # KeyboardInterrupt and sys.exit() too: they would end the page's event loop
            self.report(error)
            self.statuses.end(run, "error")
            return "failure"
        finally:
            run.report.close()
        self.statuses.end(run, "complete")
        return "success"

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
            self._send({"type": "validation", "errors": errors})
        return not run.is_invalid

    async def _call_batch(self, run: Run, valid: list[Run]) -> None:
        """Call the function once for several runs: with a list of values for each input, for a list for each output."""
        handler = self.handlers.functions.get(run.dependency)
        if handler is None or not valid:
            return
        inputs = batch_inputs(run.dependency, [input_values(each, self._session) for each in valid])
        args, kwargs = handler.bind(*inputs, run.request, run.event_data, current_progress.get())
        async with aclosing(handler.results(args, kwargs)) as given:
            result = await anext(given)
        run.raise_if_cancelled()
        returned = batch_results(run.dependency, result, len(valid))
        for each, own in zip(valid, returned, strict=True):
            await self._apply(each, own)

    async def _call(self, run: Run) -> None:
        dependency = run.dependency
        handler = self.handlers.functions.get(dependency)
        if handler is None:
            return
        args: list[Any] = []
        kwargs: dict[str, Any] = {}
        if run.returned is NOT_CALLED:
            args, kwargs = handler.bind(
                *input_values(run, self._session), run.request, run.event_data, current_progress.get()
            )
        if dependency.renders is not None:
            await self._render(run, dependency.renders, handler, args, kwargs)
            return
        run.gives_many = handler.is_generator or run.returned is not NOT_CALLED
        started = time.perf_counter()
        limit = nullcontext() if dependency.run_limit is None else time_limit(dependency.run_limit)
        with self._delivery(run, self._paint if handler.is_generator else None) as delivery:
            returned = handler.fn(*args, **kwargs) if run.returned is NOT_CALLED else run.returned
            async with limit, aclosing(results_of(returned)) as given:
                async for result in given:
                    if run.is_cancelled:
                        raise asyncio.CancelledError
                    if handler.is_generator:
                        self.statuses.generate(run)
                    await delivery.take(result)
        if not handler.is_async:
            slow = self.handlers.slow
            (slow.add if time.perf_counter() - started > SLOW else slow.discard)(dependency)

    async def _render(
        self, run: Run, place: Container, handler: Handler, args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """Let a ``gr.render`` function make its blocks."""
        if handler.is_async or handler.is_generator:
            raise TypeError(f"{run.dependency.name}: gr.render takes a plain function, neither async nor a generator.")
        session = self._session
        with Rendering(place, session.renderings.get(place._id), session.blocks, session.ids) as rendering:
            handler.fn(*args, **kwargs)
        if not run.is_cancelled:
            await self._on_render(run, rendering)

    def _delivery(self, run: Run, paint: Callable[[], Awaitable[None]] | None = None) -> Delivery:
        return Delivery(
            run, self._session, self._outbox, self._on_result, self.report, paint, run.dependency in self.handlers.slow
        )

    async def _apply(self, run: Run, result: Any) -> None:
        """Update the outputs with a result that is the only one."""
        with self._delivery(run) as delivery:
            await delivery.take(result)
