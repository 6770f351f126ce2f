"""One run's results on their way to the page: what a generator gives faster than pages are painted is left out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING, Any

from ..app.updates import output_changes
from ..components.browserstate import BrowserState
from ..tree.tree import Block
from ..wire.protocol import UpdateMessage
from .channel import Channel
from .run import Run

if TYPE_CHECKING:
    from ..session.session import Session

#: The page gets no more than one result in this time (seconds): less than a frame, since it has to paint in it too.
FRAME = 0.01

#: The props that ``change`` is about: a component's value, the selected one of Tabs.
_CONTENT = frozenset({"value", "selected"})


class Delivery:
    """Brings the results of one run into the session and to the page. Used as a context: its end delivers the rest.

    A function's one result goes at once. Of a generator's, the first goes at once; later ones wait until a frame is
    over or another message is sent, and newer values take their places meanwhile. States never wait: handlers see them.

    Parameters:
        run: whose results.
        session: has the outputs.
        channel: the way to the page. Where several outputs failed, it reports all but the last, which is raised.
        on_result: is told, after each delivery, which blocks got a value.
        streams: whether many results may come, faster than the page can show them.
        paints_first: whether the first of many results is painted before the generator goes on, which may block.
    """

    def __init__(
        self,
        run: Run,
        session: Session,
        channel: Channel,
        on_result: Callable[[Run, list[Block]], None],
        streams: bool = False,
        paints_first: bool = False,
    ) -> None:
        self._run = run
        self._session = session
        self._channel = channel
        self._outbox = channel.outbox
        self._on_result = on_result
        self._streams = streams
        self._changes: dict[Block, dict[str, Any]] = {}
        self._sent = -inf
        self._painted = -inf if paints_first else time.perf_counter()
        self._timer: asyncio.TimerHandle | None = None
        self._errors: list[Exception] = []

    def __enter__(self) -> Delivery:
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self.flush()
        self._raise()

    async def take(self, result: Any) -> None:
        """Take over what the handler gave.

        Raises:
            Exception: it doesn't fit the outputs, or one before it didn't.
        """
        self._raise()
        states: list[Block] = []
        try:
            for block, changes in output_changes(self._run.dependency, result):
                if not isinstance(block, BrowserState):
                    self._collect(block, changes, states)
                elif await self._write(block, changes):
                    states.append(block)
        finally:  # the page shows what came before a value that is wrong
            if not self._streams or time.perf_counter() - self._sent >= FRAME:
                self._deliver(states)
            else:
                self._wait(states)
        self._raise()
        await self._let_paint()

    def take_now(self, result: Any) -> None:
        """:meth:`take` for a function's one result, where no output is a BrowserState. It needs no context."""
        states: list[Block] = []
        try:
            for block, changes in output_changes(self._run.dependency, result):
                self._collect(block, changes, states)
        finally:  # as above
            self._deliver(states)
        self._raise()

    def _collect(self, block: Block, changes: dict[str, Any], states: list[Block]) -> None:
        """Let what is shown wait for its delivery; give a State its value at once, and add it to ``states``."""
        slot = self._session.slot(block)
        if slot.is_shown:
            self._changes[block] = self._changes[block] | changes if block in self._changes else changes
            return
        try:
            slot.show(changes, self._run.dependency.postprocess)
        except Exception as error:
            self._errors.append(_of_output(block, error))
        else:
            states += [block] if "value" in changes else []

    def flush(self) -> None:
        """Bring what waits to the page. What is wrong with it is raised by the next call, or at the end."""
        if self._changes:
            self._deliver([])

    def _deliver(self, written: list[Block]) -> None:
        """Send what waits, and tell of it and of what else was ``written``, in the order of the outputs."""
        self._outbox.waiting.pop(self, None)
        changes, self._changes = self._changes, {}
        message: UpdateMessage = {"type": "update", "patches": []}
        for block, each in changes.items():
            try:
                self._show(block, each, message)
            except Exception as error:
                self._errors.append(_of_output(block, error))
            else:
                written += [block] if _CONTENT.intersection(each) else []
        self._post(message)
        self._sent = time.perf_counter()
        outputs = self._run.dependency.outputs
        self._on_result(self._run, sorted(written, key=outputs.index))

    def _show(self, block: Block, changes: dict[str, Any], message: UpdateMessage) -> None:
        """Add to ``message`` what the page must know."""
        slot, postprocess = self._session.slot(block), self._run.dependency.postprocess
        if not self._streams:
            patch = slot.show(changes, postprocess)
        else:
            patch, edits = slot.stream(changes, postprocess)
            if edits:
                message.setdefault("edits", []).extend(edits)
        if patch:
            message["patches"].append((block._id, patch))

    def _post(self, message: UpdateMessage) -> None:
        """Send the page new props; where those of one block can't be sent, the others are."""
        patches, edits = message["patches"], message.get("edits", [])
        if not patches and not edits:
            return
        try:
            self._outbox.post(message)
        except Exception as error:  # there is no JSON for a value
            if not patches:
                self._errors.append(error)
                return
            if len(patches) > 1 or edits:
                for patch in patches:
                    self._post({"type": "update", "patches": [patch]})
                self._post({"type": "update", "patches": [], "edits": edits})
                return
            block = self._session.blocks[patches[0][0]]
            self._session.slot(block).lose_track()
            self._errors.append(_of_output(block, error))

    async def _write(self, block: Block, changes: dict[str, Any]) -> bool:
        """Keep the value of a BrowserState; whether it got one."""
        if self._run.chain.is_overtaken:
            return False
        try:
            await self._session.slot(block).update(changes, self._run.dependency.postprocess)
        except (TypeError, ValueError, RecursionError) as error:
            self._errors.append(_of_output(block, error))
            return False
        return "value" in changes

    def _wait(self, states: list[Block]) -> None:
        """Let shown values wait for the end of the frame; States are told of."""
        if states:
            self._on_result(self._run, states)
        if self._changes:
            self._outbox.waiting.setdefault(self)
            if self._timer is None:
                self._timer = asyncio.get_running_loop().call_later(FRAME, self._on_time)

    def _on_time(self) -> None:
        self._timer = None
        self.flush()

    async def _let_paint(self) -> None:
        if self._streams and not self._changes and time.perf_counter() - self._painted > FRAME:
            await self._channel.paint()
            self._painted = self._sent = time.perf_counter()

    def _raise(self) -> None:
        errors, self._errors = self._errors, []
        for each in errors[:-1]:
            self._channel.report(each)
        if errors:
            raise errors[-1]


def _of_output(block: Block, error: Exception) -> Exception:
    """``error`` with the output's name before it, unless the app raised it itself."""
    if not isinstance(error, (TypeError, ValueError, RecursionError)):
        return error
    named = ValueError(f"{block}: {error}")
    named.__cause__ = error
    return named
