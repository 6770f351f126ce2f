"""A gallery: a folder of apps becomes one site, whose index page shows each app and leads to it and to its source."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .app import EVERYTHING, Selection, read_app
from .errors import BuildError
from .fonts import Fonts, fetch_fonts
from .frontend import Frontend, load_frontend
from .gallery_pages import Entry, index_page, preview_page, source_page
from .gallery_text import GalleryText, apps_in, read_text
from .highlight import coloured
from .licences import LICENCES_NAME
from .offline import WORKER_NAME, build_id, service_worker
from .prerender import first_screen
from .publish import PAGE_NAME, site_output
from .report import Report, size
from .site_page import SitePage
from .snapshot import Snapshot, with_snapshot

PREVIEW_NAME = "preview.html"
SOURCE_NAME = "source.html"


def build_gallery(
    folder: Path,
    output: Path,
    report: Report,
    *,
    prerender: bool = True,
    offline: bool = True,
    with_fonts: bool = False,
    snapshot: Snapshot = "shipped",
    select: Selection = EVERYTHING,
) -> None:
    """Build the apps in the sub-folders of ``folder`` into one site, ``output``; the options are those of a site.

    Raises :class:`BuildError`, which names the app that can't be built, and then leaves ``output`` as it was.
    """
    text = read_text(folder)
    with site_output(output, folder) as place:
        frontend = load_frontend(report)
        pages: dict[str, SitePage] = {}
        for app in apps_in(folder, text):
            with _named(app.name):
                read = read_app(app, report, without=[output.resolve()], select=select)
                fonts = fetch_fonts(read.files, report) if with_fonts else Fonts()
                screen = first_screen(read, frontend, report, app.name) if prerender else None
                starting = with_snapshot(frontend, snapshot, read, screen, report)
            pages[app.name] = SitePage(app=read, frontend=starting, screen=screen, fonts=fonts, root="../")
        sources = coloured({name: page.app for name, page in pages.items()}, frontend, report)
        entries = [Entry(name=name, page=page, sources=sources[name]) for name, page in pages.items()]
        with report.step(f"Writing {output}") as step:
            files = _Gallery(text, entries, frontend).files(offline=offline)
            place.publish(files)
            step.result = f"{len(entries)} apps, {len(files)} files, {size(sum(map(len, files.values())))}"


@contextmanager
def _named(app: str) -> Iterator[None]:
    try:
        yield
    except BuildError as error:
        raise BuildError(f"{app}: {error.message}", error.details) from error


@dataclass(frozen=True)
class _Gallery:
    """What goes into the site. All apps share one front end, one Python and one service worker."""

    text: GalleryText
    entries: list[Entry]
    frontend: Frontend

    def files(self, *, offline: bool) -> dict[str, bytes]:
        """All files, by their path inside the site; pages come after what they need."""
        beside = self._beside()
        build = build_id({**beside, **self._app_pages(None)}) if offline else None
        files = {PAGE_NAME: index_page(self.text, self.entries, self.frontend), **beside, **self._app_pages(build)}
        worker = {WORKER_NAME: service_worker(self.frontend.worker, build, files)} if build else {}
        return {**files, LICENCES_NAME: self.frontend.licences.encode(), ".nojekyll": b"", **worker}

    def _beside(self) -> dict[str, bytes]:
        files = {**self.frontend.assets, **self.frontend.public}
        for entry in self.entries:
            files |= entry.page.files
            files |= {f"{entry.name}/{name}": data for name, data in entry.page.own_files.items()}
            files[f"{entry.name}/{SOURCE_NAME}"] = source_page(self.text, entry, self.frontend)
            if (preview := preview_page(entry, self.frontend)) is not None:
                files[f"{entry.name}/{PREVIEW_NAME}"] = preview
        return files

    def _app_pages(self, build: str | None) -> dict[str, bytes]:
        return {f"{entry.name}/{PAGE_NAME}": entry.page.render(build) for entry in self.entries}
