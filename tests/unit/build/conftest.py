"""A front end that needs no Node, an app, and ways to build one from the other."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pyblocks.build import frontend
from pyblocks.build.report import Report

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes]]

SNAPSHOT = gzip.compress(b"memory", mtime=0)
ROOT = Path(__file__).parents[3]
APP = 'import gradio as gr\n\nwith gr.Blocks(title="Cart & more") as demo:\n    gr.Markdown("Hi")\ndemo.launch()\n'


PACKAGES = [{"name": "katex", "version": "1.0.0", "identifier": "MIT", "text": "Copyright KaTeX"}]
"""What Vite says of the packages in a bundle."""


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A built front end as ``web/dist`` has it, with little in it but the real pages."""
    chunks = {
        "_shared.js": {"file": "assets/shared-22222222.js", "css": ["assets/shared-33333333.css"]},
        "src/katex.ts": {"file": "assets/katex-44444444.js", "isDynamicEntry": True},
        "src/main.ts": {
            "file": "assets/main-11111111.js",
            "isEntry": True,
            "imports": ["_shared.js"],
            "dynamicImports": ["src/katex.ts"],
            "css": ["assets/main-55555555.css"],
        },
    }
    texts = {
        "site/.vite/manifest.json": json.dumps(chunks),
        "site/assets/main-11111111.js": "main();",
        "site/assets/shared-22222222.js": "shared();",
        "site/assets/shared-33333333.css": "a{}",
        "site/assets/katex-44444444.js": "katex();",
        "site/assets/main-55555555.css": "b{}",
        **{f"{name}/.vite/licenses.json": json.dumps(PACKAGES) for name in ("site", "single", "worker")},
        "LICENSES.txt": "PyBlocks (Apache-2.0)",
        "site/icon.svg": "<svg/>",
        "site/icon-192.png": "small",
        "site/icon-512.png": "large",
        "worker/sw.js": "work();",
        "single/pyblocks.js": "const end = '</script>', note = `<!--`;",
        "single/pyblocks.css": "c::after{content:'</style>'}",
        **{file.name: file.read_text("utf-8") for file in (ROOT / "web").glob("*.html")},
        "pyodide/pyodide.asm.mjs": "new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer;",
        "pyodide/pyodide.asm.wasm": "wasm" * 1000,
        "pyodide/python_stdlib.zip": "PK\5\6".ljust(22, "\0"),  # an empty archive
        "pyodide/bytecode.zip": "PK\5\6".ljust(22, "\0"),
        "pyodide/modules.json": '["json"]',
    }
    folder = tmp_path / "dist"
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "pyodide" / "snapshot.bin").write_bytes(SNAPSHOT)
    return folder


@pytest.fixture
def installed(dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process build as an installed PyBlocks does, with the front end in its package."""
    shutil.copytree(dist, tmp_path / "package" / "_web")
    monkeypatch.setattr(frontend, "PACKAGE", tmp_path / "package")


@pytest.fixture
def unrestricted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs for Node leave notes for the test beside their folder."""
    monkeypatch.setattr(
        "pyblocks.build.tool.restricted", lambda node, program, packages, folder: [node, str(program), str(folder)]
    )


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """The folder of an app."""
    folder = tmp_path / "cart"
    folder.mkdir()
    (folder / "app.py").write_text(APP)
    (folder / "prices.csv").write_text("milk,2\n")
    return folder


@pytest.fixture
def report() -> Report:
    """A report that nobody reads."""
    return Report(io.StringIO())


@pytest.fixture
def copy_of_tool(dist: Path, tmp_path: Path) -> Path:
    """``build.py`` with its package and a built front end, as a person has it, in a folder of its own."""
    folder = tmp_path / "tool"
    shutil.copytree(ROOT / "pyblocks", folder / "pyblocks", ignore=shutil.ignore_patterns("__pycache__", "_web"))
    shutil.copy(ROOT / "build.py", folder)
    shutil.copytree(dist, folder / "pyblocks" / "_web")
    return folder


@pytest.fixture
def build(copy_of_tool: Path, tmp_path: Path) -> Run:
    """Run ``build.py`` with arguments, in the folder ``tmp_path``, and wait."""

    def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, copy_of_tool / "build.py", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def tree() -> Tree:
    """Reads every file below a folder."""
    return lambda folder: {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
