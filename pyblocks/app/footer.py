"""The links below an app: ``launch(footer_links=…)``."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from ..wire.protocol import FooterLink

_OURS = ("gradio", "settings")

#: Gradio's links that a page without a server has nothing for: a server's API, and its past runs.
_OF_A_SERVER = ("api", "runs")


def footer_links_of(given: Iterable[Any] | None) -> list[FooterLink]:
    """What to show for Gradio's ``footer_links``; an empty list shows no footer.

    Parameters:
        given: ``"gradio"`` (what runs the app), ``"settings"``, ``{"label": …, "url": …}``; ``"api"`` and ``"runs"``,
            which need a server, are left out. None for the first two.

    Raises:
        ValueError: something else is among them.
    """
    return [_link(each) for each in (_OURS if given is None else given) if each not in _OF_A_SERVER]


def _link(link: Any) -> FooterLink:
    if link in _OURS:
        return {"label": link}
    if isinstance(link, dict) and link.keys() >= {"label", "url"}:
        return {"label": str(link["label"]), "url": str(link["url"])}
    nearest = get_close_matches(str(link), (*_OURS, *_OF_A_SERVER), n=1)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    raise ValueError(
        f"footer_links has {link!r}: a link is 'gradio', 'settings' or {{'label': 'Source', 'url': 'https://…'}}.{hint}"
    )
