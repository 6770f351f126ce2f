"""Packages of npm that only the measurements need: they are installed when asked for, and kept for the next time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from e2e.sites import ROOT

_FOLDER = ROOT / "web" / "node_modules" / ".cache" / "bench"


def installed(*packages: str) -> Path:
    """The folder ``node_modules`` that has these packages, each ``name@version``, and what they depend on."""
    folder = _FOLDER / "+".join(packages).replace("/", "-")
    done = folder / "done"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *packages]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if result.returncode:
            sys.exit(f"tests/bench/run: error: {' '.join(command)} failed:\n{result.stderr.strip()}")
        done.touch()
    return folder / "node_modules"
