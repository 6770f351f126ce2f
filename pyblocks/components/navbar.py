"""``gr.Navbar``."""

from __future__ import annotations

from typing import Any, Literal

from ..tree import checks
from ..tree.signature import arguments
from ..tree.tree import Key
from .base import Component


class Navbar(Component):
    """How the links between the pages of an app look (Gradio's ``Navbar``), for the page that it is created in.

    An app with several pages has these links at the top of each page; without a Navbar, as one with no arguments.

    Parameters:
        value: more links, each ``(name, address)``.
        visible: whether the page has the links.
        main_page_name: what the link to the main page is called; False leaves it out.
    """

    block_name = "navbar"

    def __init__(
        self,
        value: list[tuple[str, str]] | None = None,
        *,
        visible: bool = True,
        main_page_name: str | Literal[False] = "Home",
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
    ) -> None:
        super().__init__(**arguments(locals()))

    def check_value(self, payload: Any, before: Any = None) -> Any:
        """A list of links, each a name and an address; or None."""
        if payload is None:
            return None
        wanted = "links, each a name and an address"
        for link in checks.listed(payload, wanted):
            if not isinstance(link, list) or len(link) != 2 or not all(isinstance(part, str) for part in link):
                raise checks.refusal(wanted, link)
        return payload

    def preprocess(self, payload: Any) -> list[tuple[str, str]] | None:
        """The links."""
        return None if payload is None else [(name, address) for name, address in payload]

    def postprocess(self, value: Any) -> list[list[str]] | None:
        """The links as lists.

        Raises:
            TypeError: one is not a pair.
        """
        if value is None:
            return None
        for link in value:
            if not isinstance(link, (list, tuple)) or len(link) != 2:
                raise TypeError(f"gr.Navbar: a link is (name, address), not {link!r}.")
        return [[str(name), str(address)] for name, address in value]
