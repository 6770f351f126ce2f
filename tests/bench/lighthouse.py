"""What Lighthouse says of a built example, with its mobile preset: scores from 0 to 100, and what costs points.

Runs npm's ``lighthouse`` with npx, which downloads it the first time, in the Chromium that the tests use.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from typing import Any

from bench.pages import serve
from e2e.sites import ROOT

_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new" + (" --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else "")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("example", nargs="?", default="components", help="a folder of examples/")
    example = parser.parse_args().example
    with serve() as pages:
        report = _report(pages.app(ROOT / "examples" / example))
    for name in _CATEGORIES:
        category = report["categories"][name]
        print(f"{category['title']}: {round(100 * (category['score'] or 0))}")
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {audit['title']}: {audit.get('displayValue', 'no')}")


def _report(address: str) -> dict[str, Any]:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    command = ["npx", "--yes", "lighthouse", address, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"]
    command.append(f"--only-categories={','.join(_CATEGORIES)}")
    environment = {**os.environ, **({"CHROME_PATH": browser} if browser else {})}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"tests/bench/run: error: npx lighthouse failed:\n{done.stderr.strip()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    main()
