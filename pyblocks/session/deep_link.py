"""What a deep link holds, put into a session. The page makes such links: ``web/src/lib/deep_link.ts``.

Anybody can write a link. It fills in only what visitors fill in, only in apps that offer such links, and only before
the visitor has done anything.
"""

from __future__ import annotations

from binascii import a2b_base64
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from ..components.base import Component
from ..components.deeplinkbutton import DeepLinkButton, is_linked
from ..tree.tree import Block
from ..wire.json_value import json_value
from ..wire.protocol import ToastMessage
from .session import Session

#: Its name after the page's address: ``#/settings?deep_link=...``.
NAME = "deep_link"


class DeepLinkError(ValueError):
    """The link holds something that this app can't take; the message is for the visitor."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} The page is as it is without it.")

    def toast(self) -> ToastMessage:
        """What to tell the visitor."""
        return {"type": "toast", "level": "warning", "title": "Link", "message": str(self), "duration": None}


class DeepLink:
    """A link that was followed to an app. It waits for the app's ``gr.DeepLinkButton``, which ``gr.render`` may make.

    Parameters:
        fragment: the address after ``#``.
    """

    def __init__(self, fragment: str) -> None:
        texts = parse_qs(fragment.partition("?")[2]).get(NAME)
        self._text = texts[0] if texts else ""

    def fill_in(self, session: Session, made: Iterable[Block]) -> list[tuple[int, dict[str, Any]]]:
        """Fill in what the link says, if a button is among the blocks that were ``made``; the new props by block.

        No ``change`` listener hears of it: to the app, the page begins like that. What was edited since the page
        began stays.

        Raises:
            DeepLinkError: it was cut short, or is another app's; then nothing is filled in.
        """
        if not self._text or not any(isinstance(block, DeepLinkButton) for block in made):
            return []
        text, self._text = self._text, ""
        values = [_checked(session, *entry) for entry in _entries(text)]
        patches: list[tuple[int, dict[str, Any]]] = []
        for block, payload in values:
            slot = session.slot(block)
            if not slot.is_edited:
                slot.edit({"value": payload})
                patches.append((block._id, {"value": payload}))
                if slot.is_watched:
                    slot.watch()
        return patches


def _entries(text: str) -> list[tuple[int, str, Any]]:
    """Each component in the link: its id, its type, its value."""
    try:
        padded = text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4)
        return [_entry(*each) for each in json_value(a2b_base64(padded).decode())]
    except (ValueError, TypeError) as error:
        raise DeepLinkError("This link is not complete: ask for it again.") from error


def _entry(id: Any, type: Any, payload: Any) -> tuple[int, str, Any]:
    if not isinstance(id, int) or not isinstance(type, str):
        raise TypeError("a component's id is a number, its type is text")
    return id, type, payload


def _checked(session: Session, id: int, type: str, payload: Any) -> tuple[Component, Any]:
    block = session.root.blocks.get(id)
    if not isinstance(block, Component) or block.block_name != type or not is_linked(block):
        raise DeepLinkError("This link was made for another version of this app.")
    try:
        payload = block.take_edit("value", payload)
        block.preprocess(payload)
    except Exception as error:  # whatever a component says of a value that it doesn't take
        raise DeepLinkError(f"This link holds a value that {block} doesn't take ({error}).") from error
    return block, payload
