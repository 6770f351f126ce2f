"""One run of a dependency: an event on its way through a handler."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

from ..handler.request import Request
from ..handler.running import Report, Running
from .chain import NO_CHAIN, Chain

if TYPE_CHECKING:
    import asyncio

    from ..app.dependency import Dependency
    from ..tree.event_data import EventData
    from ..tree.tree import Block, Root
    from ..wire.protocol import ToPage


#: How a run ended.
End = Literal["success", "failure", "cancelled"]


class Run(Running):
    """What is known of a run.

    Parameters:
        dependency: the listener.
        send: sends a message to the run's page.
        request: the visitor's.
        target: the block that the event happened to; None after another run.
        data: what the page said of the event.
        chain: the changes that led to it.
        by_page: whether the page itself caused it, by loading or being left.

    Attributes:
        payloads: by block id, the values that the dependency's inputs have when it starts or begins to wait.
        scripted: likewise, the values that its ``js`` gave them instead.
        is_invalid: whether the ``validator`` refused its inputs.
        mates: further runs of a ``batch`` listener that this one does too.
        starting: whether it is in its first step, which the dispatcher's loop waits for.
        is_under_way: whether its task has begun.
        is_cancelled: whether what it still does is of no interest: a plain function can't be interrupted.
        stage: what the page shows of it while it runs.
        report: tells the page how far it is, from its start to its end.
        has_begun: whether it has looked at its inputs; until then it may take newer ones.
        gives_many: whether its function gives more than one result.
        is_told: whether the page knows that it goes on.
    """

    dependency: Dependency
    request: Request

    # Most runs are over at once and never differ from these: they are the class's, and cost a new run nothing.
    payloads: Mapping[int, Any] = MappingProxyType({})
    scripted: Mapping[int, Any] = MappingProxyType({})
    mates: Sequence[Run] = ()
    starting: bool = False
    is_under_way: bool = False
    is_cancelled: bool = False
    is_invalid: bool = False
    task: asyncio.Task[None] | None = None
    stage: Literal["pending", "generating"] = "pending"
    report: Report | None = None
    has_begun: bool = False
    gives_many: bool = False
    is_told: bool = False

    def __init__(
        self,
        dependency: Dependency,
        send: Callable[[ToPage], None],
        request: Request,
        target: Block | None = None,
        data: Any = None,
        chain: Chain = NO_CHAIN,
        by_page: bool = False,
    ) -> None:
        self.dependency = dependency
        self._send = send
        self.request = request
        self.target = target
        self.data = data
        self.chain = chain
        self.by_page = by_page

    @property
    def root(self) -> Root:
        """See :class:`~pyblocks.handler.running.Running`."""
        return self.dependency.root

    def send(self, message: ToPage) -> None:
        """Send a message to the run's page."""
        self._send(message)

    @cached_property
    def event_id(self) -> str:
        """A name that no other run has."""
        return uuid4().hex

    def cancel(self) -> None:
        """Stop it where it waits, or before its next result."""
        self.is_cancelled = True
        if self.report is not None:
            self.report.close()
        if self.task is not None and self.is_under_way:  # before its first step, a task would skip our cleanup
            self.task.cancel()

    def raise_if_cancelled(self) -> None:
        """Stop here if it was cancelled while it couldn't be interrupted.

        Raises:
            CancelledError: it was.
        """
        if self.is_cancelled:
            raise CancelledError

    def event_data(self, kind: type[EventData]) -> EventData:
        """The event's data as ``kind``."""
        return kind(self.target, self.data if self.target is None else self.target.event_data(self.data))
