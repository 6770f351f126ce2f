"""The pages of a gallery beside its apps: the index, and for each app its source and its picture."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from .frontend import Frontend
from .gallery_text import GalleryText, pretty
from .page import fill
from .report import size
from .site_page import SitePage

_PROSE = "src/components/markdown.svelte"
"""The part of the front end whose style sheets have the looks of code."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An app of the gallery: the ``name`` of its folder, its page, and its files as HTML (None: not shown)."""

    name: str
    page: SitePage
    sources: dict[str, str | None]

    @property
    def title(self) -> str:
        """The app's title; one that has none is called as its folder is."""
        title = self.page.app.title
        return html.escape(pretty(title) if title == self.name else title)

    @property
    def description(self) -> str:
        """The first line of its docstring."""
        return html.escape(self.page.app.description)

    @property
    def url(self) -> str:
        """Where it is, seen from the index page."""
        return f"{quote(self.name)}/"


def index_page(text: GalleryText, entries: Sequence[Entry], frontend: Frontend) -> bytes:
    """The page that shows all apps. Its pictures are their first screens, so they are always as the apps are."""
    title, introduction = html.escape(text.title), html.escape(text.introduction)
    cards = "\n        ".join(map(_card, entries))
    return _page(
        frontend,
        title=title,
        description=introduction,
        root="",
        body=f"""\
<main class="index">
      <header>
        <h1>{title}</h1>
        {introduction and f"<p>{introduction}</p>"}
      </header>
      <ul class="cards" role="list">
        {cards}
      </ul>
    </main>""",
    )


def source_page(text: GalleryText, entry: Entry, frontend: Frontend) -> bytes:
    """The page with an app's source, and the app beside it."""
    files = "\n        ".join(_file(entry, name, shown) for name, shown in entry.sources.items())
    return _page(
        frontend,
        title=f"{entry.title} · {html.escape(text.title)}",
        description=entry.description,
        root="../",
        body=f"""\
<nav class="up" aria-label="Gallery"><a href="../">{html.escape(text.title)}</a></nav>
    <main class="source">
      <header>
        <h1>{entry.title}</h1>
        <p>{entry.description}</p>
        <a class="open" href="./">Open the app</a>
      </header>
      <div class="files">
        {files}
      </div>
      <section class="live" aria-labelledby="live">
        <h2 id="live">The app, running</h2>
        <iframe src="./" title="{entry.title}" loading="lazy"></iframe>
      </section>
    </main>""",
    )


def preview_page(entry: Entry, frontend: Frontend) -> bytes | None:
    """The app's first screen as nothing but a picture; None if it has none."""
    page = entry.page
    if page.screen is None:
        return None
    parts = {"title": entry.title, "styles": page.styles, "screen": page.screen.html, **_theme(frontend)}
    return fill(frontend.templates["preview"], parts).encode()


def _page(frontend: Frontend, *, title: str, description: str, root: str, body: str) -> bytes:
    sheets = dict.fromkeys([*frontend.styles, *(frontend.parts[_PROSE].styles if _PROSE in frontend.parts else ())])
    styles = "\n    ".join(f'<link rel="stylesheet" href="{root}{sheet}" />' for sheet in sheets)
    parts = {"title": title, "description": description, "styles": styles, "body": body, **_theme(frontend)}
    return fill(frontend.templates["gallery"], parts).encode()


def _theme(frontend: Frontend) -> dict[str, str]:
    """Makes the page light or dark before anything is painted."""
    return {"theme": frontend.templates["theme"].strip().replace("\n", "\n    ")}


def _card(entry: Entry) -> str:
    picture = (
        f'<iframe src="{entry.url}preview.html" loading="lazy" tabindex="-1" title="{entry.title}"></iframe>'
        if entry.page.screen
        else f"<b>{entry.title[:1]}</b>"
    )
    return f"""\
<li class="card">
          <div class="picture" aria-hidden="true" inert>{picture}</div>
          <h2><a href="{entry.url}">{entry.title}</a></h2>
          <p>{entry.description}</p>
          <a class="code" href="{entry.url}source.html">Source<span class="visually-hidden"> of {entry.title}</span></a>
        </li>"""


def _file(entry: Entry, name: str, shown: str | None) -> str:
    label = html.escape(name)
    if shown is None:
        return f"<section><h2>{label}</h2><p>{size(len(entry.page.app.files[name]))}</p></section>"
    return f"""\
<section>
          <h2>{label}</h2>
          <div class="prose"><pre tabindex="0" role="group" aria-label="{label}"><code>{shown}</code></pre></div>
        </section>"""
