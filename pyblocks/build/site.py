"""A site: a folder of static files that any web server can serve, under any path."""

from __future__ import annotations

from pathlib import Path

from .app import EVERYTHING, App, Selection, read_app
from .fonts import Fonts, fetch_fonts
from .frontend import Frontend, load_frontend
from .licences import LICENCES_NAME
from .offline import WORKER_NAME, build_id, service_worker
from .prerender import Screen, first_screen
from .publish import PAGE_NAME, site_output
from .report import Report, size
from .site_page import SitePage
from .snapshot import Snapshot, with_snapshot


def build_site(
    app: Path,
    folder: Path,
    report: Report,
    *,
    prerender: bool = True,
    offline: bool = True,
    with_fonts: bool = False,
    snapshot: Snapshot = "shipped",
    select: Selection = EVERYTHING,
) -> None:
    """Build the app at ``app`` (a file, or a folder with ``app.py``) into the site ``folder``.

    With ``offline``, visitors' browsers keep the site, so that it works without a network; ``with_fonts`` fetches the
    fonts that the app's theme names; ``snapshot`` says what Python starts from. Raises :class:`BuildError`, and then
    leaves ``folder`` as it was. In a site that PyBlocks wrote before, files that somebody added stay.
    """
    own_folder = app if app.is_dir() else app.parent
    read = read_app(app, report, without=[folder.resolve()], select=select)
    fonts = fetch_fonts(read.files, report) if with_fonts else Fonts()
    with site_output(folder, own_folder) as output:
        frontend = load_frontend(report)
        screen = first_screen(read, frontend, report) if prerender else None
        frontend = with_snapshot(frontend, snapshot, read, screen, report)
        with report.step(f"Writing {folder}") as step:
            files = site_files(read, frontend, screen, fonts, offline=offline)
            output.publish(files)
            step.result = f"{len(files)} files, {size(sum(map(len, files.values())))}"


def site_files(
    app: App, frontend: Frontend, screen: Screen | None, fonts: Fonts, *, offline: bool = True
) -> dict[str, bytes]:
    """All files of the site, by their path inside it."""
    page = SitePage(app=app, frontend=frontend, screen=screen, fonts=fonts)
    beside = {**frontend.assets, **page.files, **frontend.public, **page.own_files}
    build = build_id(beside) if offline else None
    files = {PAGE_NAME: page.render(build), **beside}
    worker = {WORKER_NAME: service_worker(frontend.worker, build, files)} if build else {}
    return {**files, LICENCES_NAME: frontend.licences.encode(), ".nojekyll": b"", **worker}
