"""The workflows, ours and the one that the README gives to others: pinned, and with the least permissions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pyblocks.version import PYBLOCKS_VERSION

ROOT = Path(__file__).parents[2]


def workflows() -> dict[str, str]:
    found = re.search(r"```yaml\n(name: Pages.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert found
    files = {path.name: path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").iterdir()}
    return {"README.md": found[1], **files}


@pytest.mark.parametrize("text", workflows().values(), ids=workflows())
def test_actions_are_pinned_by_commit(text: str) -> None:
    used = re.findall(r"uses: (.*)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", action)


@pytest.mark.parametrize("text", workflows().values(), ids=workflows())
def test_the_job_that_builds_may_not_publish(text: str) -> None:
    assert "\npermissions: {}\n" in text, "nothing that a job doesn't ask for"
    build, publish = text.split("\n  publish:\n")
    assert "write" not in build
    assert "run:" not in publish
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_pyblocks_is_pinned_by_version() -> None:
    assert f"ref: v{PYBLOCKS_VERSION} " in workflows()["README.md"]
