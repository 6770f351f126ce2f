"""Threads, which Python in a page has none of: what can be done at once is, the rest is refused with a way out.

``asyncio.to_thread`` and ``run_in_executor`` call their functions at once already: Pyodide's event loop does that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from types import ModuleType
from typing import Any, NoReturn

from .import_hook import after_import

REFUSAL = (
    "can't start new thread: Python in a page has none. Call the function directly, or make it 'async def' and start "
    "it with asyncio.create_task(...), which lets others run whenever it awaits."
)


class InlineExecutor(Executor):
    """Takes the place of ``concurrent.futures.ThreadPoolExecutor``: :meth:`submit` returns when the call is done.

    Parameters:
        max_workers, thread_name_prefix: accepted.
        initializer, initargs: called once, before the first call.
    """

    def __init__(
        self,
        max_workers: int | None = None,
        thread_name_prefix: str = "",
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
    ) -> None:
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._initialise = None if initializer is None else lambda: initializer(*initargs)
        self._is_shut_down = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call ``fn``; a future that is done.

        Raises:
            RuntimeError: it was shut down.
        """
        if self._is_shut_down:
            raise RuntimeError("cannot schedule new futures after shutdown")
        initialise, self._initialise = self._initialise, None
        if initialise is not None:
            initialise()
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; all are done."""
        self._is_shut_down = True


def install() -> None:
    """From here on, threads are refused and thread pools call at once."""
    threading.Thread.start = _refuse  # type: ignore[method-assign]
    after_import("concurrent.futures.thread", _replace_pool)


def _replace_pool(module: ModuleType) -> None:
    vars(module)["ThreadPoolExecutor"] = InlineExecutor


def _refuse(self: threading.Thread) -> NoReturn:
    raise RuntimeError(REFUSAL)
