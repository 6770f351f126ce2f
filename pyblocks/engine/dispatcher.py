"""What the page says happened, and who handles it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from ..handler.messages import Error
from ..session.deep_link import DeepLink
from ..session.session import Session
from ..tree.checks import Refused
from ..tree.events import Trigger
from ..tree.pages import page_of
from ..tree.tree import Block
from ..wire.outbox import Outbox
from ..wire.protocol import EventMessage, LoadMessage, StorageMessage, ToPage, ToPython
from .chain import Chain
from .channel import Channel
from .scheduler import Scheduler, spawn
from .server_functions import answer_call


class Dispatcher:
    """Takes the messages of one page and has the listeners of its session run.

    It knows neither the DOM nor threads: it is given messages, ``send`` and ``paint``.

    Parameters:
        session: whose blocks the listeners work on.
        send: sends a message to the page.
        paint: returns once the page has painted what it was sent.
        pause: lets the page paint in the middle of a plain function, where Python can be suspended; does nothing else.
        link: what may still fill the page in while it loads.

    Attributes:
        scheduler: starts the runs that follow from messages.
    """

    def __init__(
        self,
        session: Session,
        send: Callable[[ToPage], None],
        paint: Callable[[], Awaitable[None]],
        pause: Callable[[], None] = lambda: None,
        link: DeepLink | None = None,
    ) -> None:
        self._session = session
        self._channel = Channel(Outbox(send), paint, pause)
        self.scheduler = Scheduler(session, self._channel, link)
        self._triggers = self.scheduler.triggers
        self._is_left = False

    def receive(self, message: ToPython) -> None:
        """Handle a message of the page. What takes time goes on after this returns."""
        if message["type"] == "event":
            self._event(message)
        elif message["type"] == "load":
            self._load(message)
        elif message["type"] == "call":
            spawn(answer_call(message, self._session, self._channel))
        elif message["type"] == "script_result":
            self.scheduler.runner.scripts.answer(message)
        elif message["type"] == "storage":
            spawn(self._stored_elsewhere(message))
        else:
            self._unload()
        self.scheduler.drain(quietly=True)

    def tell_waiting(self) -> None:
        """See :meth:`Scheduler.tell_waiting`."""
        self.scheduler.tell_waiting()

    def _event(self, message: EventMessage) -> None:
        block = self._session.blocks.get(message["target"])
        if block is not None:  # a layout that only the page has, or a block that was replaced just now, is none
            self._happened(block, message)
        if message.get("replayed"):
            with self.scheduler.readiness.of(self._triggers.runs):
                self.scheduler.drain()

    def _happened(self, block: Block, message: EventMessage) -> None:
        edit = message.get("edit")
        if edit is not None and not self._edit(block, edit):
            return
        self._triggers.of(Trigger(block, message["event"]), message.get("data"))
        if edit is not None:
            self._triggers.of_changes([block])

    def _edit(self, block: Block, edit: dict[str, Any]) -> bool:
        """Take over what the visitor changed. Where that is refused, they are told, and the page goes back."""
        slot = self._session.slot(block)
        try:
            slot.edit(edit)
        except Refused as error:
            self._channel.report(Error(str(error), print_exception=False))
            if slot.is_shown:
                self._channel.send({"type": "update", "patches": [(block._id, slot.known(edit))]})
            return False
        return True

    def _load(self, message: LoadMessage) -> None:
        """Run a page's ``load`` listeners, and those of BrowserStates that changed; then say ``ready``."""
        page = self._session.blocks[message["page"]] if "page" in message else None
        self._triggers.of_page("load", lambda source: page_of(source) is page)
        with self.scheduler.readiness.of(self._triggers.runs):
            self._triggers.of_changes(slot.block for slot in self._session.stored.values())
            self.scheduler.drain()

    def _unload(self) -> None:
        """The page is left: stop every run, run the ``unload`` listeners and delete every State, once."""
        if not self._is_left:
            self._is_left = True
            self.scheduler.stop_all()
            self._triggers.of_page("unload")
            self.scheduler.drain()
            for error in self._session.close():
                self._channel.report(error)

    async def _stored_elsewhere(self, message: StorageMessage) -> None:
        """A BrowserState was written from outside: take it over, unless it doesn't want that of another tab."""
        slot = self._session.stored.get(message["key"])
        if slot is not None and (slot.block.sync or message["by"] == "visitor"):
            await slot.read()  # not what the event told: this page may have written since
            self._triggers.of_changes([slot.block], Chain(heard=slot, version=slot.version))
            self.scheduler.drain()
