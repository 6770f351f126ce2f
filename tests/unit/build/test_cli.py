"""``build.py`` as a person runs it: what it says, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Tree = Callable[[Path], dict[str, bytes]]
Run = Callable[..., subprocess.CompletedProcess[str]]


def error(run: subprocess.CompletedProcess[str], code: int = 1) -> str:
    """The one line on stderr."""
    assert run.returncode == code, run.stderr
    lines = run.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("build.py: error: ")
    return lines[0].removeprefix("build.py: error: ")


@contextmanager
def started(tool: Path, *arguments: object, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """``build.py`` while it runs, stopped at the end if it still does."""
    with subprocess.Popen(
        [sys.executable, tool / "build.py", *map(str, arguments)],
        env={**os.environ, **environment},
        cwd=tool,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def test_writes_a_site_and_says_so(build: Run, app: Path, tmp_path: Path) -> None:
    run = build("cart", "-o", "out")
    assert (run.returncode, run.stderr) == (0, "")
    assert re.search(r"^Writing out \.\.\. \d+ files, .* s$", run.stdout, re.MULTILINE)
    assert (tmp_path / "out" / "index.html").exists()


def test_defaults(build: Run, app: Path, tmp_path: Path) -> None:
    assert build("cart").returncode == 0
    assert (tmp_path / "site" / "index.html").exists()
    assert build("cart", "--single-file").returncode == 0
    assert (tmp_path / "cart.html").exists()
    assert build("cart/app.py", "--single-file").returncode == 0
    assert (tmp_path / "app.html").read_bytes() == (tmp_path / "cart.html").read_bytes()


def test_bad_input_is_one_line(build: Run, app: Path, tmp_path: Path, tree: Tree) -> None:
    (tmp_path / "latin.py").write_bytes(b"x = '\xe9'\n")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine")
    (tmp_path / "empty").mkdir()
    before = tree(tmp_path / "mine")
    assert "there is no gone.py" in error(build("gone.py", "-o", "out"))
    assert "has no app.py" in error(build("empty", "-o", "out"))
    assert "latin.py is not UTF-8: byte 0xe9 at offset 5, line 1" in error(build("latin.py", "-o", "out"))
    assert "neither empty nor a site" in error(build("cart", "-o", "mine"))
    assert "can't write" in error(build("cart", "-o", "latin.py/out"))
    assert "APP" in error(build(), code=2)
    assert "x is not a port" in error(build("cart", "--serve=x"), code=2)
    assert "99999 is not a port" in error(build("cart", "--serve", "99999"), code=2)
    assert "add --single-file" in error(build("cart", "-o", "out.html"), code=2)
    assert "--serve is for sites" in error(build("cart", "--single-file", "--serve"), code=2)
    assert "unrecognized" in error(build("cart", "other"), code=2)
    assert not (tmp_path / "out").exists()
    assert tree(tmp_path / "mine") == before


def test_a_syntax_error_has_a_caret(build: Run, app: Path, tmp_path: Path) -> None:
    (app / "app.py").write_text("import gradio as gr\ndemo = gr.Blocks(\n")
    run = build("cart", "-o", "out")
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        f"build.py: error: {Path('cart/app.py')}, line 2, column 17: '(' was never closed",
        "    demo = gr.Blocks(",
        "                    ^",
    ]


def test_a_terminal_that_knows_only_ascii(build: Run, app: Path, tmp_path: Path) -> None:
    run = build(app.rename(tmp_path / "Käse"), "-o", "out", PYTHONIOENCODING="ascii")
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_told_to_stop(copy_of_tool: Path, app: Path, tmp_path: Path, number: signal.Signals) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with started(copy_of_tool, "--serve", app, TMPDIR=str(temporary)) as process:
        assert process.stdout
        url = next(found[1] for line in process.stdout if (found := re.search(r"Serving on (\S+)", line)))
        with urllib.request.urlopen(url) as response:
            assert b"Cart &amp; more" in response.read()
        assert list(temporary.iterdir())
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, said) == (0, "")
    assert not list(temporary.iterdir())


def test_a_taken_port_is_said_before_anything_is_built(copy_of_tool: Path, build: Run, app: Path) -> None:
    with started(copy_of_tool, app, "--serve", "0") as process:
        assert process.stdout
        port = next(found[1] for line in process.stdout if (found := re.search(r"Serving on .*:(\d+)/", line)))
        run = build("cart", "--serve", port)
        assert f"can't serve on port {port} of 127.0.0.1" in error(run)
        assert run.stdout == ""


def test_open_says_the_url_where_there_is_no_browser(copy_of_tool: Path, app: Path) -> None:
    with started(copy_of_tool, app, "--open", BROWSER="false", DISPLAY="", WAYLAND_DISPLAY="", PATH="") as process:
        assert process.stdout
        said = next(line for line in process.stdout if "No browser" in line)
        assert re.search(r"open http://127\.0\.0\.1:\d+/ in yours", said)


NPM = """#!/bin/sh
echo $$ > "$PIDS"
sleep 600
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_leaves_the_old_site_and_nothing_running(
    copy_of_tool: Path, build: Run, app: Path, tmp_path: Path, number: signal.Signals, tree: Tree
) -> None:
    site = tmp_path / "site"
    assert build("cart", "-o", site).returncode == 0
    before = tree(site)
    shutil.rmtree(copy_of_tool / "pyblocks" / "_web")
    web, tools, pids = copy_of_tool / "web", tmp_path / "bin", tmp_path / "pids"
    web.mkdir()
    (web / "package.json").write_text(json.dumps({"engines": {"node": ">=20"}}))
    tools.mkdir()
    for name, text in {"npm": NPM, "node": "#!/bin/sh\necho v20.19.0\n"}.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    os.mkfifo(pids)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    with started(copy_of_tool, app, "-o", site, PATH=path, PIDS=str(pids)) as process:
        npm = int(pids.read_text())
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (128 + number, "build.py: interrupted\n")
    assert tree(site) == before
    assert [path.name for path in site.iterdir() if path.is_dir()] == ["assets"]
    with pytest.raises(ProcessLookupError):
        os.kill(npm, 0)


def test_a_copy_without_front_end_says_so(copy_of_tool: Path, build: Run, app: Path, tree: Tree) -> None:
    shutil.rmtree(copy_of_tool / "pyblocks" / "_web")
    assert "has no front end: install PyBlocks again" in error(build("cart", "-o", "out"))
