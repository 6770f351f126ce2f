"""The command line of ``build.py``: what to build, where to, and what a failure looks like."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .app import Selection
from .errors import BuildError
from .gallery import build_gallery
from .gallery_text import is_gallery
from .interrupt import Interrupted, interruptible
from .report import Report
from .server import FIRST_PORT, PreviewServer
from .single_file import build_single_file
from .site import build_site
from .snapshot import SNAPSHOTS

_FILES = """
a folder of apps:
  A folder without app.py whose sub-folders have one becomes a gallery: one site with all the apps, and an index page
  that shows them with their sources. Its README.md, if there is one, gives the title, the introduction and the order.

the files of the app:
  A folder, or a file called app.py, brings its whole folder, without hidden files, caches, node_modules, virtual
  environments and earlier sites. A file with another name brings the modules beside it that it imports, and the files
  that it and they name ("data.csv", "images/"). In the page, that folder is the working directory.
  Left out are files that .gitignore, .pyblocksignore and --exclude name, and with a warning those that look like keys
  or passwords; a line !NAME in .pyblocksignore takes one all the same. A link out of the folder is an error.

Without -o, a site goes to ./site and a single file to ./<app>.html; with --serve, a site goes to a temporary folder,
and browsers don't keep it for use without a network.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: error: {message} ({self.prog} --help shows how)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0, 1 for what went wrong, 2 for wrong options, 130 when interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(_with_explicit_port(sys.argv[1:] if arguments is None else arguments))
    _check(parser, options)
    try:
        with interruptible():
            _run(options, Report(sys.stdout, sys.stderr))
    except BuildError as error:
        print(f"{parser.prog}: error: {error.message}", *filter(None, [error.details]), sep="\n", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{parser.prog}: error: {error.filename or 'build'}: {error.strerror or error}", file=sys.stderr)
        return 1
    except Interrupted as interrupted:
        print(f"{parser.prog}: interrupted", file=sys.stderr)
        return interrupted.exit_code
    return 0


def _parser() -> _Parser:
    parser = _Parser(
        description="Turn a Gradio app into a static site, or into one HTML file, that runs it in the browser.",
        epilog=_FILES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "app", metavar="APP", type=Path, help="the app's Python file, a folder with an app.py, or a folder of those"
    )
    parser.add_argument("-o", "--output", metavar="DIR|FILE", type=Path, help="the site's folder, or the single file")
    parser.add_argument("--single-file", action="store_true", help="write one HTML file instead of a site")
    parser.add_argument(
        "--exclude",
        metavar="PATTERN",
        action="append",
        default=[],
        help="leave out files of the app's folder, by a pattern as in .gitignore; may be given more than once",
    )
    parser.add_argument("--list", dest="list_all", action="store_true", help="name every file that is published")
    parser.add_argument("--fonts", action="store_true", help="fetch the web fonts that the app's theme names")
    parser.add_argument(
        "--no-prerender",
        dest="prerender",
        action="store_false",
        help="don't run the app now, to write its first screen into the page: visitors see a loading screen first",
    )
    parser.add_argument(
        "--snapshot",
        choices=SNAPSHOTS,
        help="the memory that Python starts from: as PyBlocks ships it (for a site, if you don't say), with the modules"
        " imported that your app imports, or none (for a single file, which it makes half as large again)",
    )
    parser.add_argument(
        "--no-offline",
        dest="offline",
        action="store_false",
        help="don't let browsers keep the site for use without a network; they drop what they have kept of it",
    )
    parser.add_argument(
        "--serve",
        metavar="PORT",
        nargs="?",
        type=_port,
        const=None,
        default=argparse.SUPPRESS,
        help=f"serve the site on localhost: on PORT, or on {FIRST_PORT} or the next free one",
    )
    parser.add_argument("--open", action="store_true", help="open it in the browser; serves a site for that")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a port: give a number up to 65535")
    return int(text)


def _with_explicit_port(arguments: Sequence[str]) -> list[str]:
    """Let ``--serve APP`` mean an app, not a port: argparse would take whatever follows."""
    given = list(arguments)
    for index, argument in enumerate(given[:-1]):
        if argument == "--serve" and not given[index + 1].isdecimal() and not given[index + 1].startswith("-"):
            given.append(given.pop(index))
            break
    return given


def _check(parser: _Parser, options: argparse.Namespace) -> None:
    output: Path | None = options.output
    if options.single_file and "serve" in options:
        parser.error("--serve is for sites: open a single file with --open, or with a double click")
    if options.single_file and not options.offline:
        parser.error("--no-offline is for sites: a single file needs no network, wherever it is")
    if options.single_file and is_gallery(options.app):
        parser.error(f"--single-file is for one app and {options.app} is a folder of apps: give one of them")
    if output and not options.single_file and output.suffix.lower() in {".html", ".htm"}:
        parser.error(f"a site is a folder and {output} looks like a file: add --single-file, or give a folder")


def _run(options: argparse.Namespace, report: Report) -> None:
    if options.single_file:
        app = options.app.resolve()
        file = options.output or Path(f"{app.name if app.is_dir() else app.stem}.html")
        build_single_file(
            options.app,
            file,
            report,
            prerender=options.prerender,
            with_fonts=options.fonts,
            snapshot=options.snapshot or "none",
            select=Selection(options.exclude, options.list_all),
        )
        if options.open:
            _open_browser(file.resolve().as_uri(), report)
        return
    if "serve" not in options and not options.open:
        _build_site(options, options.output or Path("site"), report, offline=options.offline)
        return
    with contextlib.ExitStack() as stack:
        folder = options.output or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pyblocks-")), "site")
        server = stack.enter_context(PreviewServer(folder, getattr(options, "serve", None)))
        # Nothing of a preview is kept.
        _build_site(options, folder, report, offline=options.offline and options.output is not None)
        _serve(server, options.open, report)


def _build_site(options: argparse.Namespace, folder: Path, report: Report, *, offline: bool) -> None:
    build = build_gallery if is_gallery(options.app) else build_site
    build(
        options.app,
        folder,
        report,
        prerender=options.prerender,
        offline=offline,
        with_fonts=options.fonts,
        snapshot=options.snapshot or "shipped",
        select=Selection(options.exclude, options.list_all),
    )


def _serve(server: PreviewServer, open_browser: bool, report: Report) -> None:
    """Serve until a signal says stop; that is how it is meant to end."""
    with contextlib.suppress(Interrupted):
        report.say(f"Serving on {server.url} (Ctrl-C stops)")
        if open_browser:
            threading.Thread(target=_open_browser, args=(server.url, report), daemon=True).start()
        server.serve_forever()


def _open_browser(url: str, report: Report) -> None:
    if not webbrowser.open(url):
        report.say(f"No browser could be opened here: open {url} in yours")
