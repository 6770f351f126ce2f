"""The page's HTML, filled into the template ``web/page.html``."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"<!--pyblocks:(\w+)-->")


@dataclass(frozen=True, kw_only=True)
class Page:
    """What goes where the template has ``<!--pyblocks:name-->``; all but ``title`` is HTML."""

    title: str
    styles: str
    site: str
    scripts: str
    head: str = ""

    def render(self, template: str) -> str:
        """Fill the template. What is filled in is not searched for placeholders."""
        parts = {**vars(self), "title": html.escape(self.title)}
        if missing := parts.keys() - set(_PLACEHOLDER.findall(template)):
            raise ValueError(f"page.html lacks <!--pyblocks:{min(missing)}-->")
        return _PLACEHOLDER.sub(lambda found: parts[found[1]], template)
