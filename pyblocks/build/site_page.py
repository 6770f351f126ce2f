"""An app's page in a site, and the files that it is made with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from .app import App
from .archive import pack
from .fonts import Fonts
from .frontend import Frontend
from .imports import uses_stdlib
from .licences import LICENCES_NAME
from .manifest import Site, SiteFile, manifest_element
from .offline import HEAD, MANIFEST_NAME, web_manifest
from .page import Page, style_element
from .prerender import Screen
from .record import digest

_OTHER_FILE = re.compile(r"url\((?![\"']?data:)")


@dataclass(frozen=True, kw_only=True)
class SitePage:
    """The page of ``app``. ``root`` is the site's folder as a URL relative to the page: ``""``, or ``"../"``."""

    app: App
    frontend: Frontend
    screen: Screen | None
    fonts: Fonts = field(default_factory=Fonts)
    root: str = ""

    @cached_property
    def files(self) -> dict[str, bytes]:
        """What the page needs in the site's folder beside the front end; pages that share a file name it alike."""
        start = {_hashed(name, data): data for name, data in self._start.items()}
        return {**start, **self.fonts.files}

    @cached_property
    def own_files(self) -> dict[str, bytes]:
        """What lies beside the page itself."""
        return {MANIFEST_NAME: web_manifest(self.app.title, self.root)}

    @property
    def styles(self) -> str:
        """The elements with all style sheets that the first screen needs."""
        sheets = [self._sheet(style) for style in self._parts("styles")]
        fonts = self.fonts.style(embedded=False, root=self.root)
        return "\n    ".join([*sheets, fonts, *([self.screen.styles] if self.screen else [])])

    def render(self, build: str | None) -> bytes:
        """The page of this build, which is None if browsers are not to keep it."""
        page = Page(
            title=self.app.title,
            description=self.app.description,
            head="\n    ".join([*self._preloads(), HEAD, f'<link rel="license" href="{self.root}{LICENCES_NAME}" />']),
            styles=self.styles,
            screen=self.screen.element if self.screen else "",
            site=manifest_element(self._manifest(build)),
            scripts=f'<script type="module" src="{self.root}{self.frontend.scripts[0]}"></script>',
        )
        return page.render(self.frontend.template).encode()

    @cached_property
    def _start(self) -> dict[SiteFile, bytes]:
        return startup_files(self.app, self.frontend, self.screen)

    @cached_property
    def _urls(self) -> dict[SiteFile, str]:
        return {name: f"{self.root}{_hashed(name, data)}" for name, data in self._start.items()}

    @cached_property
    def _needs_stdlib(self) -> bool:
        return "snapshot.bin" not in self._start or uses_stdlib(self.app.files, self.frontend.modules)

    def _manifest(self, build: str | None) -> Site:
        return Site(
            title=self.app.title,
            entry=self.app.entry,
            stdlib=self._needs_stdlib,
            offline=build,
            root=self.root,
            files={name: {"url": self._urls[name], "size": len(data)} for name, data in self._start.items()},
        )

    def _parts(self, kind: str) -> list[str]:
        """The ``scripts`` or ``styles`` of the front end that the page starts with, in order."""
        names = self.screen.modules if self.screen else []
        parts = [self.frontend.parts[name] for name in names if name in self.frontend.parts]
        return list(dict.fromkeys(each for part in (self.frontend, *parts) for each in getattr(part, kind)))

    def _sheet(self, name: str) -> str:
        """A style sheet of the front end, inside the page, which is painted sooner for it.

        The disabled link, which browsers don't fetch, tells the scripts that the sheet is there. One that asks for
        other files, by names relative to its own place, stays a file.
        """
        link, text = f'<link rel="stylesheet" href="{self.root}{name}"', self.frontend.assets[name].decode()
        return f"{link} />" if _OTHER_FILE.search(text) else f"{link} disabled />{style_element(text)}"

    def _preloads(self) -> list[str]:
        """Links that make the browser fetch things at once, not each file when the one before asks for it.

        Not the snapshot, which a visitor who comes back has in another form, nor what is asked for later, when the app
        is on screen: PyBlocks' own files, which the snapshot has done with, and the standard library where the snapshot
        has enough of it; nor what a page without the snapshot starts from. What Python starts from gives way to the few
        small files that the page itself needs.
        """
        has_snapshot = "snapshot.bin" in self._start
        later = {"snapshot.bin", "pyblocks.zip", "bytecode.zip"} if has_snapshot else set()
        later |= set() if self._needs_stdlib else {"python_stdlib.zip"}
        scripts = [f"{self.root}{script}" for script in self._parts("scripts")[1:]]
        modules = [*scripts, self._urls["pyodide.asm.mjs"]]
        return [
            *(f'<link rel="modulepreload" href="{url}" />' for url in modules),
            *(
                f'<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{url}" />'
                for name, url in self._urls.items()
                if name not in later and url not in modules
            ),
        ]


def startup_files(app: App, frontend: Frontend, screen: Screen | None) -> dict[SiteFile, bytes]:
    """The files that Python needs to start, in the order in which it asks for them."""
    return {**frontend.runtime, "app.zip": app_archive(app, screen)}


def app_archive(app: App, screen: Screen | None) -> bytes:
    """The app's folder, with what was computed for it, as a zip archive."""
    computed = {name: text.encode() for name, text in screen.files.items()} if screen else {}
    return pack(app.files | computed)


def _hashed(name: str, data: bytes) -> str:
    """A path that changes with the content, so that browsers may keep the file for good."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}-{digest(data)[:10]}{path.suffix}"
