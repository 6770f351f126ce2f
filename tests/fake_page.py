"""A page without a browser: an app in a session, driven by messages, as unit tests need it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextvars import Context, copy_context
from typing import Any, Literal

from pyblocks.app.blocks import Blocks, LaunchOptions
from pyblocks.engine.dispatcher import Dispatcher
from pyblocks.session.browser_state_slot import Cipher
from pyblocks.session.config import build_config
from pyblocks.session.deep_link import DeepLink
from pyblocks.session.session import Session
from pyblocks.session.storage import MemoryStorage, Storage
from pyblocks.tree.tree import Block
from pyblocks.wire.codec import encode
from pyblocks.wire.protocol import Config, ToPage


class FakePage:
    """Shows an app as the real page does: it keeps the props that messages patch.

    Parameters:
        root: the app.
        storage: what the browser stores, so that a "reload" can find it again.
        fragment: the page's address after ``#``, which may be a deep link.
    """

    def __init__(
        self,
        root: Blocks,
        storage: Storage | None = None,
        site: str = "/app/",
        make_cipher: Callable[[str], Cipher] | None = None,
        fragment: str = "",
    ) -> None:
        self.stored = MemoryStorage()
        self._storage = self.stored if storage is None else storage
        self.session = Session(root, storage=self._storage, site=site, make_cipher=make_cipher)
        run_now(self.session.open())
        link = DeepLink(fragment)
        link.fill_in(self.session, self.session.blocks.values())
        self.config: Config = json.loads(encode_config(build_config(self.session, LaunchOptions())))
        self.props = {each["id"]: dict(each["props"]) for each in self.config["components"]}
        self.children: dict[int, list[int]] = {}
        for layout in (self.config["layout"], *(page["layout"] for page in self.config["pages"])):
            self._place(layout)
        self.messages: list[Any] = []
        self.painted = 0
        self._answered = 0
        self._dispatcher = Dispatcher(self.session, self._receive, self._paint, self._pause, link)
        self.scheduler = self._dispatcher.scheduler

    def load(self, page: Block | None = None) -> None:
        """The app is on screen: its main page, or another one of ``demo.route()``."""
        self._dispatcher.receive({"type": "load"} if page is None else {"type": "load", "page": page._id})

    def leave(self) -> None:
        """The visitor leaves the page."""
        self._dispatcher.receive({"type": "unload"})

    def emit(self, block: Block, event: str, data: Any = None, **edit: Any) -> None:
        """The visitor does something to ``block``, which sets the props ``edit``."""
        message: Any = {"type": "event", "target": block._id, "event": event}
        if edit:
            self.props[block._id].update(edit)
            message["edit"] = edit
        if data is not None:
            message["data"] = data
        self._dispatcher.receive(message)

    def wait_for_python(self) -> None:
        """A message takes Python so long that the visitor should see it."""
        self._dispatcher.tell_waiting()

    def replay(self, block: Block, event: str) -> None:
        """The visitor did something to ``block`` before Python was up."""
        self._dispatcher.receive({"type": "event", "target": block._id, "event": event, "replayed": True})

    def call(self, block: Block, call: int, function: str, *args: Any) -> None:
        """A script of ``block`` calls a function of the app's."""
        self._dispatcher.receive(
            {"type": "call", "target": block._id, "call": call, "function": function, "args": list(args)}
        )

    async def script(self) -> Any:
        """The message with the oldest script that has not been answered."""
        for _ in range(20):
            if len(self.sent("script")) > self._answered:
                break
            await asyncio.sleep(0)
        return self.sent("script")[self._answered]

    async def answer(self, value: Any = None, error: str | None = None, *, nothing: bool = False) -> None:
        """That script returns ``value``, or ``nothing``, or fails with ``error``."""
        message: Any = {"type": "script_result", "call": (await self.script())["call"], "error": error}
        self._answered += 1
        self._dispatcher.receive(message if nothing or error else message | {"value": value})

    def store(self, key: str, text: str) -> None:
        """Another tab writes to the browser's storage."""
        self._storage.set(key, text)
        self.hear_of(key)

    def hear_of(self, key: str, by: Literal["tab", "visitor"] = "tab") -> None:
        """The browser tells that another tab, or the visitor in the page's settings, changed what is stored."""
        self._dispatcher.receive({"type": "storage", "by": by, "key": key})

    def type(self, block: Block, value: Any) -> None:
        """The visitor gives ``block`` a value."""
        self.emit(block, "input", value=value)

    def value(self, block: Block) -> Any:
        """What the page shows in ``block``."""
        return self.value_of(block._id)

    def value_of(self, id: int) -> Any:
        """What the page shows in the block with that id."""
        return self.props[id]["value"]

    def labels(self, place: int = 0) -> list[Any]:
        """Label, or else value, of all that is shown in the tree from block ``place`` down, in order."""
        props = self.props[place]
        own = [props.get("label") or props["value"]] if "value" in props else []
        return own + [label for child in self.children.get(place, []) for label in self.labels(child)]

    def sent(self, type: str) -> list[Any]:
        """All messages of a type."""
        return [message for message in self.messages if message["type"] == type]

    @property
    def toasts(self) -> list[tuple[str, str]]:
        """Level and text of all that the visitor was told."""
        return [(message["level"], message["message"]) for message in self.sent("toast")]

    def _receive(self, message: ToPage) -> None:
        parsed = json.loads(encode(message))
        self.messages.append(parsed)
        if parsed["type"] == "update":
            for id, props in parsed["patches"]:
                self.props[id].update(props)
            for edit in parsed.get("edits", []):
                self.props[edit["id"]]["value"] = edited(self.value_of(edit["id"]), edit["path"], edit)
        elif parsed["type"] == "render":
            self._render(parsed)

    def _render(self, message: Any) -> None:
        before = self._below(message["layout"]["id"])
        for each in message["components"]:
            self.props.setdefault(each["id"], {}).update(each["props"])
        self._place(message["layout"])
        for id in before - self._below(message["layout"]["id"]):
            del self.props[id]

    def _place(self, layout: Any) -> None:
        self.children[layout["id"]] = [child["id"] for child in layout.get("children", [])]
        for child in layout.get("children", []):
            self._place(child)

    def _below(self, id: int) -> set[int]:
        children = self.children.get(id, [])
        return {*children, *(each for child in children for each in self._below(child))}

    async def _paint(self) -> None:
        self.painted += 1
        await asyncio.sleep(0)

    def _pause(self) -> None:
        self.painted += 1


def edited(value: Any, path: list[Any], edit: Any) -> Any:
    """``value`` with what an edit changes at ``path``, as the page makes it."""
    if not path:
        return value + edit["value"] if edit["edit"] == "append" else edit["value"]
    key, *rest = path
    changed = value.copy()
    changed[key] = edited(value.get(key) if isinstance(value, dict) else value[key], rest, edit)
    return changed


def run_now(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that never waits, inside or outside of an event loop."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError("It waits for something.")


def encode_config(config: Config) -> str:
    """A config as it crosses to the page."""
    text: str = json.dumps(json.loads(encode({"type": "config", "config": config}))["config"])
    return text


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    """Run a test's scenario in an event loop, and wait for all that it started."""

    async def whole() -> None:
        await scenario()
        await settle()

    asyncio.run(whole())


async def click(page: FakePage, *buttons: Block) -> None:
    """Click one after the other, and give what follows some time."""
    for button in buttons:
        page.emit(button, "click")
    await asyncio.sleep(0.02)


def left_of(page: FakePage) -> list[Any]:
    """What there still is of any run."""
    return page.scheduler.left()


class _Begun(Coroutine[Any, Any, None]):
    """A coroutine that has run to its first wait; what it waits for is handed to the task that takes it over."""

    def __init__(self, coroutine: Coroutine[Any, Any, None], context: Context) -> None:
        self._coroutine = coroutine
        self._waits = [context.run(coroutine.send, None)]

    def send(self, value: Any) -> Any:
        return self._waits.pop() if self._waits else self._coroutine.send(value)

    def throw(self, *error: Any) -> Any:
        self._waits.clear()
        return self._coroutine.throw(*error)

    def close(self) -> None:
        self._coroutine.close()

    def __await__(self) -> Generator[Any, Any, None]:
        return self._coroutine.__await__()


def spawn_eagerly(coroutine: Coroutine[Any, Any, None], context: Context | None = None) -> asyncio.Task[None] | None:
    """Start a task as the page's Python does: it has run to its first wait when this returns."""
    try:
        context = context or copy_context()
        return asyncio.get_event_loop().create_task(_Begun(coroutine, context), context=context)
    except StopIteration:
        return None


async def settle(seconds: float = 0) -> None:
    """Let everything that runs in the page go on until nothing is left, after at least so many seconds."""
    await asyncio.sleep(seconds)
    while pending := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(pending)
