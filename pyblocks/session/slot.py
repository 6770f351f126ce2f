"""One block as one visitor has it: its live props and its value."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from copy import copy
from typing import Any, ClassVar

from ..components.base import Component
from ..tree.checks import Refused
from ..tree.tree import Block
from ..wire.growth import NotPlain, growth, snapshot
from ..wire.protocol import ValueEdit
from .change import fingerprint

#: What the page shows is known only by having it sent.
_UNKNOWN = object()


class Slot:
    """A block in a session: what the page shows of it now.

    Parameters:
        block: as the app made it; the slot changes a copy.
    """

    #: Whether it is only for the page to see, so that of many values in the time of one frame the newest is enough.
    is_shown: ClassVar[bool] = True

    #: A snapshot of the value that the page has, while a generator streams it.
    _streamed: Any = _UNKNOWN

    def __init__(self, block: Block) -> None:
        self.block = block
        self.payload: Any = block.initial_payload() if isinstance(block, Component) else None
        self._last_seen: Hashable = None
        #: What the visitor or a handler has changed since the app made the block.
        self._changed: set[str] = set()
        #: Those of them that the visitor has changed last.
        self._edited: set[str] = set()
        #: The id of the layout that the page has around it without the app having written it.
        self.wrapper: int | None = None

    @property
    def is_watched(self) -> bool:
        """Whether :meth:`take_change` tells of changes."""
        return self._last_seen is not None

    @property
    def is_edited(self) -> bool:
        """Whether the visitor or a handler has given it another value than the app did."""
        return "value" in self._changed

    def props(self) -> dict[str, Any]:
        """All props for the page's config."""
        props = self.block.page_props()
        return props | {"value": self.payload} if "value" in props else props

    def argument(self, payload: Any, preprocess: bool) -> Any:
        """What a handler gets for this block, given the ``payload`` that it had when the event happened."""
        if preprocess and isinstance(self.block, Component):
            return self.block.preprocess(payload)
        return payload

    def edit(self, props: dict[str, Any]) -> None:
        """Take over what the visitor changed in the page.

        Raises:
            Refused: a visitor can't change that; then nothing is taken over.
        """
        props = {name: self.block.take_edit(name, value, self._held(name)) for name, value in props.items()}
        self._changed.update(props)
        self._edited.update(props)
        if "value" in props:
            self.payload = props["value"]
            self.lose_track()
        self._set({name: value for name, value in props.items() if name != "value"})

    def known(self, names: Iterable[str]) -> dict[str, Any]:
        """What Python knows of these props, for a page that has something else; names of no props are left out."""
        props = self.props()
        return {name: props[name] for name in names if name in props}

    def checked(self, payload: Any) -> Any:
        """What a script gives as the value, as the page may give it.

        Raises:
            Refused: the block takes no such value.
        """
        if not isinstance(self.block, Component):
            return payload
        try:
            return self.block.check_value(payload, self.payload)
        except Refused as error:
            raise Refused(f"{self.block} {error}") from error

    async def update(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Take over what a handler changed, and give the props to send to the page."""
        return self.show(changes, postprocess)

    def show(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """:meth:`update`, for a block that ``is_shown``: at once."""
        self._changed.update(changes)
        self._edited.difference_update(changes)
        self.lose_track()
        patch = self._set({name: value for name, value in changes.items() if name != "value"})
        if "value" in changes:
            if not isinstance(self.block, Component):
                raise TypeError(f"{self.block} has no value: return gr.update(...) with the props to change.")
            value = changes["value"]
            self.payload = patch["value"] = self.block.postprocess(value) if postprocess else value
        return patch

    def stream(self, changes: dict[str, Any], postprocess: bool) -> tuple[dict[str, Any], list[ValueEdit]]:
        """:meth:`show`, for a value that is likely to grow: the props to send, and how the value changed inside."""
        before = self._streamed
        patch = self.show(changes, postprocess)
        if "value" not in patch:
            self._streamed = before
            return patch, []
        try:
            self._streamed = snapshot(patch["value"])
        except NotPlain:
            return patch, []
        edits = None if before is _UNKNOWN else growth(self.block._id, before, self._streamed)
        if edits is None:
            return patch, []
        del patch["value"]
        return patch, edits

    def lose_track(self) -> None:
        """The page may show another value than the one that was streamed last."""
        self._streamed = _UNKNOWN

    def keep(self, old: Slot) -> set[str]:
        """Take over what stays of the block that ``gr.render`` made last in the place of this one.

        With a key, ``preserved_by_key`` says what that is, if the visitor or a handler had changed it. Without one, it
        is what the visitor had changed and the new call says nothing of.

        Returns:
            The props that are still what the page has.
        """
        block = self.block
        given = {name for name, value in block.passed.items() if value is not None}
        kept = old._edited - given if block.key is None else old._changed.intersection(block.preserved_by_key)
        if "value" in kept:
            self.payload = old.payload
        self._set({name: getattr(old.block, name) for name in kept - {"value"}})
        self._changed, self._edited = kept, kept & old._edited
        self._last_seen, self.wrapper = old._last_seen, old.wrapper
        return kept

    def watch(self) -> None:
        """From here on, :meth:`take_change` tells of changes."""
        self._last_seen = self._fingerprint()

    def take_change(self) -> bool:
        """Whether the value's content differs from when this was last asked."""
        before, self._last_seen = self._last_seen, self._fingerprint()
        return before != self._last_seen

    def _fingerprint(self) -> Hashable:
        """The content that ``change`` is about: a component's value, the selected one of Tabs."""
        block = self.block
        return fingerprint(self.payload if isinstance(block, Component) else getattr(block, "selected_id", None))

    def _held(self, name: str) -> Any:
        return self.payload if name == "value" else getattr(self.block, name, None)

    def _set(self, changes: dict[str, Any]) -> dict[str, Any]:
        if not changes:
            return {}
        self.block = copy(self.block)
        return self.block.set_props(changes)


class GoneSlot(Slot):
    """What a run that outlives its blocks sees of them: what they were. What it writes is dropped.

    Parameters:
        slot: as it was.
    """

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot.block)
        self._slot = slot
        self.payload = slot.payload

    def argument(self, payload: Any, preprocess: bool) -> Any:
        """See :meth:`Slot.argument`."""
        return self._slot.argument(payload, preprocess)

    def show(self, changes: dict[str, Any], postprocess: bool) -> dict[str, Any]:
        """Nothing: the block is gone."""
        return {}
