"""A listener's ``js``: a JavaScript function that runs in the page, before Python or instead of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any

from ..app.updates import skip
from ..components.base import Component
from ..components.browserstate import BrowserState
from ..handler.messages import Error
from ..tree.checks import Refused

if TYPE_CHECKING:
    from ..session.session import Session
    from ..tree.tree import Block
    from ..wire.protocol import ScriptResultMessage, ToPage
    from .run import Run

#: What a script that returns nothing gives.
NOTHING = object()


class Scripts:
    """Runs the scripts of one session's listeners.

    Python asks for each of them, not the page when the event happens, so that a script obeys the queue as its listener
    does, and works after another run and at page load. The asking is part of taking the event's message: the script
    starts while the browser still counts the visitor's click, as the clipboard and the like want it.

    Parameters:
        session: whose blocks give the arguments.
        send: sends a message to the page.
    """

    def __init__(self, session: Session, send: Callable[[ToPage], None]) -> None:
        self._session = session
        self._send = send
        self._calls = count()
        self._waiting: dict[int, asyncio.Future[Any]] = {}

    async def inputs(self, run: Run) -> dict[int, Any]:
        """Run the script of a listener with a function: by block id, the values that the inputs have from now on.

        What it doesn't return is None, as in Gradio; a State keeps its value, which no script ever sees.

        Raises:
            Error: the script raised, or returned one value for several inputs, or one that an input doesn't take.
        """
        blocks = run.dependency.inputs
        values = self._listed(run, await self._run(run), len(blocks))
        values += [None] * (len(blocks) - len(values))
        known = [pair for pair in zip(blocks, values, strict=False) if _is_known(pair[0])]
        return {block._id: self._checked(run, block, value) for block, value in known}

    async def result(self, run: Run) -> Any:
        """Run the script of a listener without a function: what the outputs become, as a handler would return it.

        Raises:
            Error: as for :meth:`inputs`.
        """
        outputs = run.dependency.outputs
        values = self._listed(run, await self._run(run), len(outputs))[: len(outputs)]
        values = [self._checked(run, *pair) for pair in zip(outputs, values, strict=False)]
        values += [skip()] * (len(outputs) - len(values))
        return values[0] if len(outputs) == 1 else values

    def answer(self, message: ScriptResultMessage) -> None:
        """The page has run a script; nobody may wait for it any more, if the run was cancelled."""
        future = self._waiting.get(message["call"])
        if future is None or future.done():
            return
        if message["error"] is None:
            future.set_result(message.get("value", NOTHING))
        else:
            future.set_exception(Error(message["error"], print_exception=False))

    async def _run(self, run: Run) -> Any:
        assert run.dependency.js is not None
        call = next(self._calls)
        args = [self._argument(run, block) for block in run.dependency.inputs]
        future = self._waiting[call] = asyncio.get_running_loop().create_future()
        try:
            self._send({"type": "script", "call": call, "source": run.dependency.js, "args": args})
            return await future
        finally:
            del self._waiting[call]

    def _argument(self, run: Run, block: Block) -> Any:
        if isinstance(block, BrowserState):
            return self._session.slot(block).argument(None, preprocess=False)
        return run.payloads.get(block._id) if _is_known(block) else None

    def _checked(self, run: Run, block: Block, value: Any) -> Any:
        try:
            return self._session.slot(block).checked(value)
        except Refused as error:
            message = f"The js of {run.dependency.name} returned a wrong value: {error}."
            raise Error(message, print_exception=False) from error

    @staticmethod
    def _listed(run: Run, value: Any, needed: int) -> list[Any]:
        """A script's values in order: a list is many, anything else is one."""
        if value is NOTHING or needed == 0:
            return []
        if isinstance(value, list):
            return value
        if needed == 1:
            return [value]
        whose = "inputs" if run.dependency.fn else "outputs"
        raise Error(
            f"The js of {run.dependency.name} returned one value for {needed} {whose}: return an array.",
            print_exception=False,
        )


def _is_known(block: Block) -> bool:
    """Whether the page may know the block's value; it never does a State's."""
    return isinstance(block, BrowserState) or (isinstance(block, Component) and block.is_visible)
