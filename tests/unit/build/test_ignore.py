"""``.gitignore`` means what it means to git."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest

from pyblocks.build.folder import Folder

PATHS = [
    "a",
    "a.txt",
    "b/a",
    "b/a.txt",
    "b/c/a.txt",
    "b/c/d/e",
    "foo/bar",
    "x/foo/bar",
    "foo/x/bar",
    "build/out/f",
    "#x",
    "!x",
]
PATHS += ["a b", "a1", "a[1]", "doc/build/f", "abc/def/x", "z", "deep/.keep/x", "a-b", "a]b"]


@pytest.mark.parametrize(
    "rules",
    [
        "a", "/a", "a/", "*.txt", "b/*.txt", "**/a.txt", "b/**", "b/**/a.txt", "**/foo/bar", "foo/**/bar", "foo/*",
        "build/", "/build", "\\#x", "\\!x", "#x", "a\\ b", "a b   ", "a?", "a[0-9]", "a[!0-9]", "a[[]1[]]", "a\\[1\\]",
        "*.txt\n!a.txt", "b/\n!b/a", "b/*\n!b/c", "*\n!*/\n!a.txt", "b/c/**", "**", "**/", "/**/a", "abc/**/x",
        "x**", "***",
        "a[", "[a", "a[]-]b", "a[^x]b", "", "   ", "!", "/", "b//a", "b/c/", "[", "z\r",
    ],
)  # fmt: skip
def test_as_git_has_it(tmp_path: Path, rules: str) -> None:
    for path in PATHS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        if not (tmp_path / path).is_dir():
            (tmp_path / path).write_text("")
    (tmp_path / ".gitignore").write_text(rules + "\n")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    command = ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.split("\0")
    wanted = {name for name in listed if name and not any(part.startswith(".") for part in PurePosixPath(name).parts)}
    assert set(Folder(tmp_path).files()) == wanted
