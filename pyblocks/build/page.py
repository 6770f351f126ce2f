"""The page's HTML, filled into the template ``web/page.html``."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"<!--pyblocks:(\w+)-->")


@dataclass(frozen=True, kw_only=True)
class Page:
    """What goes where the template has ``<!--pyblocks:name-->``; all but ``title`` and ``role`` is HTML.

    ``screen`` is the app's first one; without it, ``role`` is that of the loading screen.
    """

    title: str
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
        return fill(template, {**vars(self), "title": html.escape(self.title), "role": self.role})


def fill(template: str, parts: Mapping[str, str]) -> str:
    """Put HTML where the template has ``<!--pyblocks:name-->``; it is not searched for placeholders in turn."""
    if missing := parts.keys() - set(_PLACEHOLDER.findall(template)):
        raise ValueError(f"the template lacks <!--pyblocks:{min(missing)}-->")
    return _PLACEHOLDER.sub(lambda found: parts[found[1]], template)
