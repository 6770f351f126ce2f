"""Which run a handler's code belongs to."""

from __future__ import annotations

from abc import abstractmethod
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from .request import Request

if TYPE_CHECKING:
    from ..tree.tree import Root
    from ..wire.protocol import ProgressStep, ToPage


class Steps(Protocol):
    """Something that knows how far a function is."""

    def steps(self) -> list[ProgressStep]:
        """How far it is."""
        ...


class Report(Protocol):
    """Tells the page how far a run is."""

    def show(self, progress: Steps) -> None:
        """Show how far ``progress`` is."""
        ...

    def close(self) -> None:
        """The run is over."""
        ...


class Running:
    """A run, as the code of its handler can reach it.

    Attributes:
        request: the visitor's.
        report: tells the page how far it is, from its start to its end.
    """

    request: Request
    report: Report | None = None

    @property
    @abstractmethod
    def root(self) -> Root:
        """The app, or the rendering, whose listener runs."""

    @property
    @abstractmethod
    def event_id(self) -> str:
        """A name that no other run has."""

    @abstractmethod
    def send(self, message: ToPage) -> None:
        """Send a message to the run's page."""


#: The run that the running handler belongs to; None outside handlers. A context variable, so that of two runs that
#: overlap (one asleep, one running) neither sees the other's.
current_run: ContextVar[Running | None] = ContextVar("current_run", default=None)
