"""What a deep link holds, put into a session. The page makes such links: ``web/src/lib/deep_link.ts``."""

from __future__ import annotations

import json
from binascii import Error as BinasciiError
from binascii import a2b_base64
from typing import Any
from urllib.parse import parse_qs

from ..components.base import Component
from ..components.deeplinkbutton import is_linked
from .session import Session

#: Its name after the page's address: ``#/settings?deep_link=...``.
NAME = "deep_link"


class DeepLinkError(ValueError):
    """The link holds something that this app can't take; the message is for the visitor."""


def restore(session: Session, fragment: str) -> None:
    """Fill in what the link with ``fragment`` (the address after ``#``) says; nothing, if it isn't a deep link.

    Raises:
        DeepLinkError: it was cut short, or is another app's; then nothing is filled in.
    """
    texts = parse_qs(fragment.partition("?")[2]).get(NAME)
    if not texts:
        return
    values = [_checked(session, *entry) for entry in _entries(texts[0])]
    for block, payload in values:
        session.slot(block).edit({"value": payload})


def _entries(text: str) -> list[tuple[int, str, Any]]:
    """Each component in the link: its id, its type, its value."""
    try:
        padded = text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4)
        return [(int(id), str(type), payload) for id, type, payload in json.loads(a2b_base64(padded))]
    except (BinasciiError, ValueError, TypeError) as error:
        raise DeepLinkError("This link is not complete: ask for it again. The page is as it is without it.") from error


def _checked(session: Session, id: int, type: str, payload: Any) -> tuple[Component, Any]:
    block = session.root.blocks.get(id)
    if not isinstance(block, Component) or block.block_name != type or not is_linked(block):
        raise DeepLinkError("This link was made for another version of this app. The page is as it is without it.")
    try:
        payload = block.take_edit("value", payload)
        block.preprocess(payload)
    except Exception as error:  # whatever a component says of a value that it doesn't take
        raise DeepLinkError(
            f"This link holds a value that {block} doesn't take ({error}). The page is as it is without it."
        ) from error
    return block, payload
