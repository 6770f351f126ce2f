"""An app in one HTML file that a double click opens, with everything embedded."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

from .app import EVERYTHING, App, Selection, read_app
from .archive import unpacked
from .fonts import Fonts, fetch_fonts
from .frontend import Frontend, load_frontend
from .kept import Kept, packages_of
from .licences import LICENCES_NAME
from .manifest import Site, SiteFile, manifest_element
from .page import Page, style_element
from .prerender import Screen, first_screen
from .publish import file_output
from .record import digest
from .report import Report, size
from .site_page import startup_files
from .snapshot import Snapshot, with_snapshot

_MOST_KEPT = 12
"""So many of the front end's files are kept as they are embedded: the four of this build, and of some before."""


def build_single_file(
    app: Path,
    file: Path,
    report: Report,
    *,
    prerender: bool = True,
    with_fonts: bool = False,
    snapshot: Snapshot = "none",
    select: Selection = EVERYTHING,
) -> None:
    """Build the app at ``app`` (a file, or a folder with ``app.py``) into the HTML file ``file``.

    A ``snapshot`` takes the file beyond 10 MB, since the standard library must be in it anyway. Raises
    :class:`BuildError`, and then leaves ``file`` as it was.
    """
    read = read_app(app, report, without=[file.resolve()], select=select)
    fonts = fetch_fonts(read.files, report) if with_fonts else Fonts()
    with file_output(file) as output:
        frontend = load_frontend(report)
        screen = first_screen(read, frontend, report) if prerender else None
        frontend = with_snapshot(frontend, snapshot, read, screen, report)
        with report.step(f"Writing {file}") as step:
            data = single_file(read, frontend, screen, fonts)
            output.publish(data)
            step.result = size(len(data))


def single_file(app: App, frontend: Frontend, screen: Screen | None, fonts: Fonts) -> bytes:
    """The HTML file."""
    start = startup_files(app, frontend, screen)
    if "snapshot.bin" not in start:  # that knows where in its archive each file is
        start["bytecode.zip"] = unpacked(start["bytecode.zip"])
    kept = Kept(packages_of(frontend.tools), "embedded", _MOST_KEPT)
    embedded = "\n    ".join(_element(name, data, kept) for name, data in start.items())
    licences = _embedded(LICENCES_NAME, _kept_text(frontend.licences.encode(), kept))
    page = Page(
        title=app.title,
        description=app.description,
        head="",
        styles="".join(
            [
                style_element(frontend.single_style),
                fonts.style(embedded=True),
                screen.styles if screen else "",
            ]
        ),
        screen=screen.element if screen else "",
        site=manifest_element(
            Site(
                title=app.title,
                entry=app.entry,
                stdlib=True,
                files={name: {"url": f"#{_id(name)}", "size": len(data)} for name, data in start.items()},
            )
        ),
        scripts="\n    ".join(
            [licences, embedded, f'<script type="module">{_safe_script(frontend.single_script)}</script>']
        ),
    )
    return page.render(frontend.template).encode()


def _element(name: SiteFile, data: bytes, kept: Kept) -> str:
    text = _text(data) if name == "app.zip" else _kept_text(data, kept)
    return _embedded(name, text)


def _embedded(name: str, text: str) -> str:
    return f'<script type="text/plain" id="{_id(name)}">{text}</script>'


def _kept_text(data: bytes, kept: Kept) -> str:
    """What a file of the front end becomes, which takes seconds and is the same for all apps."""
    key = digest(data)
    if found := kept.find(key):
        return found.decode()
    text = _text(data)
    kept.keep(key, text.encode())
    return text


def _text(data: bytes) -> str:
    return base64.b85encode(gzip.compress(data, compresslevel=9, mtime=0)).decode().replace("<", ",")


def _id(name: str) -> str:
    """An id that is a CSS selector as it stands, which dots would not be."""
    return f"file-{re.sub('[._]', '-', name)}"


def _safe_script(script: str) -> str:
    """Nothing in the text may end the script element; ``\\x3C`` is ``<`` in every string, template and pattern."""
    return re.sub(r"<(?=/script|!--)", r"\\x3C", script, flags=re.IGNORECASE)
