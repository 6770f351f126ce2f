"""A site: a folder of static files that any web server can serve, under any path."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from .app import App, read_app
from .archive import pack, pack_pyblocks
from .fonts import Fonts, fetch_fonts
from .frontend import Frontend, load_frontend
from .imports import uses_stdlib
from .manifest import Site, SiteFile, manifest_element
from .offline import HEAD, MANIFEST_NAME, WORKER_NAME, build_id, service_worker, web_manifest
from .page import Page
from .prerender import Screen, first_screen
from .publish import PAGE_NAME, site_output
from .record import digest
from .report import Report, size
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
) -> None:
    """Build the app at ``app`` (a file, or a folder with ``app.py``) into the site ``folder``.

    With ``offline``, visitors' browsers keep the site, so that it works without a network; ``with_fonts`` fetches the
    fonts that the app's theme names; ``snapshot`` says what Python starts from. Raises :class:`BuildError`, and then
    leaves ``folder`` as it was. In a site that PyBlocks wrote before, files that somebody added stay.
    """
    own_folder = app if app.is_dir() else app.parent
    read = read_app(app, report, without=[folder.resolve()])
    fonts = fetch_fonts(read.files, report) if with_fonts else Fonts()
    with site_output(folder, own_folder) as output:
        frontend = load_frontend(report)
        screen = first_screen(read, frontend, report) if prerender else None
        frontend = with_snapshot(frontend, snapshot, app_archive(read, screen), read.entry, report)
        with report.step(f"Writing {folder}") as step:
            files = site_files(read, frontend, screen, fonts, offline=offline)
            output.publish(files)
            step.result = f"{len(files)} files, {size(sum(map(len, files.values())))}"


def site_files(
    app: App, frontend: Frontend, screen: Screen | None, fonts: Fonts, *, offline: bool = True
) -> dict[str, bytes]:
    """All files of the site, by their path inside it."""
    parts = [frontend.parts[name] for name in screen.modules if name in frontend.parts] if screen else []
    styles = dict.fromkeys([*frontend.styles, *(style for part in parts for style in part.styles)])
    scripts = dict.fromkeys([*frontend.scripts[1:], *(script for part in parts for script in part.scripts)])
    start = startup_files(app, frontend, screen)
    stdlib = "snapshot.bin" not in start or uses_stdlib(app.files, frontend.modules)
    urls = {name: _hashed(name, data) for name, data in start.items()}
    beside = {
        **frontend.assets,
        **{urls[name]: data for name, data in start.items()},
        **frontend.public,
        **fonts.files,
        MANIFEST_NAME: web_manifest(app.title),
    }
    build = build_id(beside) if offline else None
    page = Page(
        title=app.title,
        head="\n    ".join(
            [
                _preloads(
                    urls,
                    [script for script in scripts if script != frontend.scripts[0]],
                    later={"pyblocks.zip"} if stdlib else {"pyblocks.zip", "python_stdlib.zip"},
                ),
                HEAD,
            ]
        ),
        styles="\n    ".join(
            [
                *(f'<link rel="stylesheet" href="{style}" />' for style in styles),
                fonts.style(embedded=False),
                *([screen.styles] if screen else []),
            ]
        ),
        screen=screen.element if screen else "",
        site=manifest_element(
            Site(
                title=app.title,
                entry=app.entry,
                stdlib=stdlib,
                offline=build,
                files={name: {"url": urls[name], "size": len(data)} for name, data in start.items()},
            )
        ),
        scripts=f'<script type="module" src="{frontend.scripts[0]}"></script>',
    )
    files = {PAGE_NAME: page.render(frontend.template).encode(), **beside}
    worker = {WORKER_NAME: service_worker(frontend.worker, build, files)} if build else {}
    return {**files, ".nojekyll": b"", **worker}


def startup_files(app: App, frontend: Frontend, screen: Screen | None) -> dict[SiteFile, bytes]:
    """The files that Python needs to start, in the order in which it asks for them."""
    return {**frontend.runtime, "pyblocks.zip": pack_pyblocks(), "app.zip": app_archive(app, screen)}


def app_archive(app: App, screen: Screen | None) -> bytes:
    """The app's folder, with what was computed for it, as a zip archive."""
    computed = {name: text.encode() for name, text in screen.files.items()} if screen else {}
    return pack(app.files | computed)


def _hashed(name: str, data: bytes) -> str:
    """A path that changes with the content, so that browsers may keep the file for good."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}-{digest(data)[:10]}{path.suffix}"


def _preloads(urls: dict[SiteFile, str], scripts: list[str], later: set[SiteFile]) -> str:
    """Links that make the browser fetch everything at once, not each file when the one before asks for it.

    Not the files that are asked for ``later``, when the app is on screen. What Python starts from gives way to the few
    small files that the page itself needs. The page can start without the snapshot: a mark on its link says so.
    """
    modules = [*scripts, urls["pyodide.asm.mjs"]]
    links = [f'<link rel="modulepreload" href="{url}" />' for url in modules]
    for name, url in urls.items():
        if name not in later and url not in modules:
            optional = " data-optional" if name == "snapshot.bin" else ""
            links.append(f'<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{url}"{optional} />')
    return "\n    ".join(links)
