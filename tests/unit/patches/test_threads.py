from __future__ import annotations

import concurrent.futures
import threading
from concurrent.futures import as_completed, thread

import pytest

from pyblocks.patches import threads
from pyblocks.patches.threads import InlineExecutor


def test_a_pool_calls_at_once_and_in_order() -> None:
    called: list[int] = []
    with InlineExecutor(2, initializer=called.append, initargs=(0,)) as pool:
        futures = [pool.submit(called.append, n) for n in (1, 2)]
        assert called == [0, 1, 2]
        assert all(future.done() for future in as_completed(futures))
        assert list(pool.map(lambda n: n * n, [2, 3])) == [4, 9]
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(len, "")


def test_what_a_call_raises_is_in_its_future() -> None:
    error = InlineExecutor().submit(int, "x").exception()
    assert isinstance(error, ValueError)


def test_threads_are_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading.Thread, "start", threading.Thread.start)
    monkeypatch.setattr(thread, "ThreadPoolExecutor", thread.ThreadPoolExecutor)
    threads.install()
    assert thread.ThreadPoolExecutor is InlineExecutor  # type: ignore[comparison-overlap]
    assert issubclass(thread.ThreadPoolExecutor, concurrent.futures.Executor)
    for start in (threading.Thread(target=print).start, threading.Timer(1, print).start):
        with pytest.raises(RuntimeError, match=r"can't start new thread: .* asyncio\.create_task"):
            start()
