"""What Lighthouse says of built examples, with its mobile preset: scores from 0 to 100, and what costs points.

Runs npm's ``lighthouse``, in the Chromium that the tests use, against a server that compresses as GitHub Pages does.
It pretends a phone with a processor four times slower than this machine's, so a busy machine costs points.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from statistics import median
from typing import Any

from bench.npm_packages import installed
from bench.pages import serve
from e2e.sites import ROOT

#: The last major version that Node 20 runs.
_LIGHTHOUSE = "lighthouse@12.8.2"
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_METRICS = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
}
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)

Report = dict[str, Any]


def main() -> None:
    """Print a table of scores, then what costs points in each example's first run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", nargs="*", default=["components", "simple_state"], help="folders of examples/")
    parser.add_argument("-n", type=int, default=3, help="runs of each; medians are shown")
    parser.add_argument("--long-tasks", action="store_true", help="also list what the page's thread was busy with")
    options = parser.parse_args()
    print(f"| median of {options.n} | {' | '.join((*_CATEGORIES, *_METRICS.values()))} |")
    print(f"|---|{'--:|' * (len(_CATEGORIES) + len(_METRICS))}")
    with serve() as pages:
        runs = {name: _runs(pages.app(ROOT / "examples" / name), name, options.n) for name in options.examples}
    for name, reports in runs.items():
        print(f"\n{name}:")
        for line in [*_costs(reports[0]), *(_long_tasks(reports[0]) if options.long_tasks else [])]:
            print(f"  {line}")


def _runs(address: str, name: str, count: int) -> list[Report]:
    reports = [_report(address) for _ in range(count)]
    scores = [
        f"{median(100 * (report['categories'][key]['score'] or 0) for report in reports):.0f}" for key in _CATEGORIES
    ]
    values = [median(report["audits"][key]["numericValue"] for report in reports) for key in _METRICS]
    *times, shift = values
    print(f"| {name} | {' | '.join([*scores, *(f'{value:.0f} ms' for value in times), f'{shift:.3f}'])} |", flush=True)
    return reports


def _costs(report: Report) -> list[str]:
    """The audits that cost points, by category."""
    return [
        f"{category['title']}: {audit['title']}: {audit.get('displayValue', 'no')}"
        for category in report["categories"].values()
        for audit, weight in ((report["audits"][each["id"]], each["weight"]) for each in category["auditRefs"])
        if weight and audit["score"] is not None and audit["score"] < 0.95
    ]


def _long_tasks(report: Report) -> list[str]:
    """The longest tasks of the page's thread, as long as they would take on the phone."""
    tasks = report["audits"]["long-tasks"]["details"]["items"]
    return [f"at {task['startTime']:.0f} ms for {task['duration']:.0f} ms: {task['url']}" for task in tasks]


def _report(address: str) -> Report:
    program = installed(_LIGHTHOUSE) / "lighthouse" / "cli" / "index.js"
    command = ["node", str(program), address, "--quiet", "--output=json", f"--chrome-flags={' '.join(_FLAGS)}"]
    command.append(f"--only-categories={','.join(_CATEGORIES)}")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    environment = {**os.environ, **({"CHROME_PATH": browser} if browser else {})}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"tests/bench/run: error: lighthouse failed:\n{done.stderr.strip()}")
    report: Report = json.loads(done.stdout)
    if failure := report.get("runtimeError"):
        sys.exit(f"tests/bench/run: error: lighthouse failed: {failure['message']}")
    return report


if __name__ == "__main__":
    main()
