"""Performing one run: arguments in, handler called, results out to the page."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, nullcontext
from contextvars import copy_context
from typing import Any, Literal

from .components.browserstate import BrowserState
from .context import current_run
from .delivery import Delivery
from .dependency import Dependency
from .errors import Error, app_traceback, error_toast
from .handler import Handler, comes_later, results_of
from .outbox import Outbox
from .progress import Progress
from .progress_report import ProgressReport
from .protocol import StatusMessage
from .render import Rendering
from .run import NOT_CALLED, Run
from .script import Scripts
from .session import Session
from .tree import Block, Container
from .updates import batch_results
from .validate import validation_errors

#: After a run that took longer than this (seconds), the page may paint that it is pending before the next one starts.
SLOW = 0.05

End = Literal["success", "failure", "cancelled"]


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
        self.scripts = Scripts(session, outbox.send)
        self._handlers: dict[Dependency, Handler] = {}
        self._validators: dict[Dependency, Handler] = {}
        self._slow: set[Dependency] = set()
        self._simple: set[Dependency] = set()
        for dependency in session.listeners:
            self.add(dependency)

    def add(self, dependency: Dependency) -> None:
        """Get ready to run a listener."""
        if dependency.fn is not None:
            handler = self._handlers[dependency] = Handler(dependency.fn)
            if not handler.is_async:
                self._slow.add(dependency)
            if _is_simple(dependency, handler):
                self._simple.add(dependency)
        if dependency.validator is not None:
            self._validators[dependency] = Handler(dependency.validator)

    def forget(self, dependency: Dependency) -> None:
        """The listener will never run again."""
        self._handlers.pop(dependency, None)
        self._validators.pop(dependency, None)
        self._slow.discard(dependency)
        self._simple.discard(dependency)

    def perform_now(self, run: Run, quietly: bool) -> End | None:
        """Do the whole run at once, if it is of a plain function that was quick last time.

        Parameters:
            quietly: whether the page needn't hear of it before it is over, or asks (see :meth:`tell_start`).

        Returns:
            How it ended; None if it is for :meth:`perform` to do, or to finish.
        """
        dependency = run.dependency
        if dependency not in self._simple or (dependency in self._slow and not run.by_page):
            return None
        if not quietly:
            self.tell_start(run)
        return copy_context().run(self._call_now, run)

    def _call_now(self, run: Run) -> End | None:
        current_run.set(run)
        run.has_begun = True
        run.report = ProgressReport(run, self._session.listeners.number(run.dependency), self._pause)
        handler = self._handlers[run.dependency]
        started = time.perf_counter()
        try:
            args, kwargs = handler.bind(*self._inputs(run), run.request, run.event_data)
            result = handler.fn(*args, **kwargs)
            if comes_later(result):
                run.returned = result
                return None
            if run.is_cancelled:
                return "cancelled"
            with self._delivery(run) as delivery:
                delivery.take_now(result)
        except asyncio.CancelledError:
            self._end_status(run, "complete")
            return "cancelled"
        except BaseException as error:  # as in `perform`
            self.report(error)
            self._end_status(run, "error")
            return "failure"
        finally:
            run.report.close()
            if time.perf_counter() - started > SLOW:
                self._slow.add(run.dependency)
        self._end_status(run, "complete")
        return "success"

    async def perform(self, run: Run) -> End:
        """Do the whole run; an exception of the app becomes a message to the visitor, whatever it is."""
        dependency = run.dependency
        self.tell_start(run)
        current_run.set(run)
        run.has_begun = dependency.js is not None or dependency.validator is not None
        run.report = ProgressReport(run, self._session.listeners.number(dependency), self._pause)
        try:
            valid = [each for each in (run, *run.mates) if await self._prepare(each)]
            if dependency in self._slow and not run.by_page and valid and run.returned is NOT_CALLED:
                await self._paint()
            run.has_begun = True
            if dependency.batch:
                await self._call_batch(run, valid)
            elif valid:
                await self._call(run)
        except asyncio.CancelledError:
            if not run.is_cancelled:  # otherwise the page has been told, and may show the next run by now
                self._status(dependency, "complete")
            return "cancelled"
        except GeneratorExit:
            raise
        except BaseException as error:  # KeyboardInterrupt and sys.exit() too: they would end the page's event loop
            self.report(error)
            self._status(dependency, "error")
            return "failure"
        finally:
            run.report.close()
        self._status(dependency, "complete")
        return "success"

    def report(self, error: BaseException) -> None:
        """Tell the visitor, and the console, what an app's code raised."""
        if not isinstance(error, Error) or error.print_exception:
            print(app_traceback(error), file=sys.stderr)
        toast = error_toast(error)
        if toast is not None:
            self._send(toast)

    async def _prepare(self, run: Run) -> bool:
        """Run the listener's script, then its validator; whether its function may run."""
        dependency = run.dependency
        handler = self._handlers.get(dependency)
        if handler is not None and handler.progress is not None:
            run.progress = Progress(handler.progress.track_tqdm)
        if dependency.js is not None and dependency.fn is None:
            await self._apply(run, await self.scripts.result(run))
        elif dependency.js is not None:
            run.scripted = await self.scripts.inputs(run)
        validator = self._validators.get(dependency)
        if validator is not None:
            args, kwargs = validator.bind(*self._inputs(run), run.request, run.event_data)
            async with aclosing(validator.results(args, kwargs)) as given:
                errors = validation_errors(dependency, await anext(given))
            run.is_invalid = any(message is not None for _, message in errors)
            self._send({"type": "validation", "errors": errors})
        return not run.is_invalid

    async def _call_batch(self, run: Run, valid: list[Run]) -> None:
        """Call the function once for several runs: with a list of values for each input, for a list for each output."""
        handler = self._handlers.get(run.dependency)
        if handler is None or not valid:
            return
        columns = map(list, zip(*(self._inputs(each)[0] for each in valid), strict=True))
        args, kwargs = handler.bind(list(columns), {}, run.request, run.event_data, run.progress)
        async with aclosing(handler.results(args, kwargs)) as given:
            returned = batch_results(run.dependency, await anext(given), len(valid))
        for each, result in zip(valid, returned, strict=True):
            await self._apply(each, result)

    async def _call(self, run: Run) -> None:
        dependency = run.dependency
        handler = self._handlers.get(dependency)
        if handler is None:
            return
        args: list[Any] = []
        kwargs: dict[str, Any] = {}
        if run.returned is NOT_CALLED:
            args, kwargs = handler.bind(*self._inputs(run), run.request, run.event_data, run.progress)
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
                    if handler.is_generator and run.stage != "generating":
                        self._status(dependency, "generating")
                        run.stage = "generating"
                    await delivery.take(result)
        if not handler.is_async:
            (self._slow.add if time.perf_counter() - started > SLOW else self._slow.discard)(dependency)

    async def _render(
        self, run: Run, place: Container, handler: Handler, args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """Let a ``gr.render`` function make its blocks."""
        if handler.is_async or handler.is_generator:
            raise TypeError(f"{run.dependency.name}: gr.render takes a plain function, neither async nor a generator.")
        with Rendering(place, self._session) as rendering:
            handler.fn(*args, **kwargs)
        if not run.is_cancelled:
            await self._on_render(run, rendering)

    def _inputs(self, run: Run) -> tuple[list[Any], dict[str, Any]]:
        """The values of the inputs, for the positional and the keyword arguments."""
        dependency = run.dependency

        def value(block: Block) -> Any:
            if isinstance(block, BrowserState) and block._id in run.scripted:
                return run.scripted[block._id]
            payload = run.scripted.get(block._id, run.payloads.get(block._id))
            return self._session.slot(block).argument(payload, dependency.preprocess)

        values = [value(block) for block in dependency.inputs]
        by_name = {name: value(block) for name, block in dependency.inputs_kwargs.items()}
        if dependency.inputs_as_dict:
            return [dict(zip(dependency.inputs, values, strict=True))], by_name
        return values, by_name

    def _delivery(self, run: Run, paint: Callable[[], Awaitable[None]] | None = None) -> Delivery:
        return Delivery(
            run, self._session, self._outbox, self._on_result, self.report, paint, run.dependency in self._slow
        )

    async def _apply(self, run: Run, result: Any) -> None:
        """Update the outputs with a result that is the only one."""
        with self._delivery(run) as delivery:
            await delivery.take(result)

    def tell_place(self, run: Run, place: int, size: int) -> None:
        """Show that ``run`` waits: its place in the queue, from 1, and how many wait."""
        self._status(run.dependency, "pending", (place, size))

    def tell_start(self, run: Run) -> None:
        """Show that ``run`` goes on, unless the page knows."""
        if not run.is_told:
            run.is_told = True
            self._status(run.dependency, "pending")

    def _end_status(self, run: Run, stage: Literal["complete", "error"]) -> None:
        """Show that ``run``, which the page may never have heard of, is over."""
        if not run.is_cancelled and (run.is_told or stage == "error" or run.dependency.scroll_to_output):
            self._status(run.dependency, stage)

    def tell_end(self, run: Run) -> None:
        """Show that ``run`` is over, as it was cancelled."""
        self._status(run.dependency, "complete")

    def _status(
        self,
        dependency: Dependency,
        stage: Literal["pending", "generating", "complete", "error"],
        queue: tuple[int, int] | None = None,
    ) -> None:
        shown = dependency.show_progress != "hidden" and (dependency.outputs or dependency.show_progress_on)
        if shown or dependency.scroll_to_output:
            number = self._session.listeners.number(dependency)
            message: StatusMessage = {"type": "status", "dependency": number, "stage": stage}
            self._send(message if queue is None else {**message, "queue": queue})


def _is_simple(dependency: Dependency, handler: Handler) -> bool:
    """Whether a run is no more than a call of a plain function: nothing in it is waited for."""
    return not (
        handler.is_async
        or handler.is_generator
        or handler.progress is not None
        or dependency.js is not None
        or dependency.validator is not None
        or dependency.renders is not None
        or dependency.batch
        or dependency.run_limit is not None
        or any(isinstance(block, BrowserState) for block in dependency.outputs)
    )
