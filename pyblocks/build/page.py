"""The page's HTML, filled into the template ``web/page.html``."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"<!--pyblocks:(\w+)-->")


@dataclass(frozen=True, kw_only=True)
class Page:
    """What goes where the template has ``<!--pyblocks:name-->``; all but ``title``, ``description``, ``role`` is HTML.

    ``description`` is for search engines; an app that has none gets one. ``screen`` is the app's first one; without it,
    ``role`` is that of the loading screen.
    """

    title: str
    description: str
    styles: str
    site: str
    scripts: str
    head: str = ""
    screen: str = ""

    @property
    def role(self) -> str:
        """What the element with the progress of loading is: all of the page, or a line over the app."""
        return "region" if self.screen else "main"

    def render(self, template: str) -> str:
        """Fill the template."""
        description = self.description or f"{self.title}: an app that runs in your browser."
        texts = {"title": self.title, "description": description, "role": self.role}
        return fill(template, {**vars(self), **{name: html.escape(text) for name, text in texts.items()}})


def fill(template: str, parts: Mapping[str, str]) -> str:
    """Put HTML where the template has ``<!--pyblocks:name-->``; it is not searched for placeholders in turn."""
    if missing := parts.keys() - set(_PLACEHOLDER.findall(template)):
        raise ValueError(f"the template lacks <!--pyblocks:{min(missing)}-->")
    return _PLACEHOLDER.sub(lambda found: parts[found[1]], template)


def style_element(text: str) -> str:
    """The element with a style sheet; nothing in the text ends it."""
    safe = re.sub(r"</(?=style)", r"<\\/", text, flags=re.IGNORECASE)
    return f"<style>{safe}</style>"
