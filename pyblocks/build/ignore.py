"""Which paths ``.gitignore`` and ``.pyblocksignore`` files name, by the rules that git has for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

IGNORE_FILES = (".gitignore", ".pyblocksignore")
"""In the order in which they are heard: what the second says counts more."""


@dataclass(frozen=True)
class Pattern:
    """A line of such a file, for paths relative to the file's folder."""

    regex: re.Pattern[str]
    negated: bool
    for_folders: bool
    own: bool
    """Whether it is PyBlocks' own, and not git's."""


def patterns(lines: Iterable[str], *, own: bool) -> list[Pattern]:
    """Read the lines of an ignore file."""
    return [pattern for line in lines if (pattern := _pattern(line.rstrip("\r\n"), own)) is not None]


def _pattern(line: str, own: bool) -> Pattern | None:
    text = re.sub(r"(?<!\\) +$", "", line)
    negated = text.startswith("!")
    text = text[negated:]
    if not text or (text.startswith("#") and not negated):
        return None
    for_folders = text.endswith("/")
    text = text.removesuffix("/")
    anchored = "/" in text
    text = text.removeprefix("/")
    try:
        regex = re.compile(("" if anchored else "(?:.*/)?") + _translated(text), re.DOTALL)
    except re.error:  # brackets that are no class: git matches nothing by them
        return None
    return Pattern(regex, negated, for_folders, own)


_PARTS = re.compile(r"^\*\*/|/\*\*/|/\*\*$|\*+|\?|\\.|\[[!^]?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def _translated(glob: str) -> str:
    return "".join(map(_part, _PARTS.findall(glob)))


def _part(part: str) -> str:
    if part == "**/":
        return "(?:.*/)?"
    if part == "/**/":
        return "/(?:.*/)?"
    if part == "/**":
        return "/.+"
    if part.startswith("*"):
        return "[^/]*"
    if part == "?":
        return "[^/]"
    if part.startswith("[") and len(part) > 2:
        negated, inner = part[1] in "!^", part[2 if part[1] in "!^" else 1 : -1]
        inner = re.sub(r"[\[&~|]", r"\\\g<0>", inner.replace("]", r"\]"))
        return f"(?!/)[{'^' if negated else ''}{inner}]"
    return re.escape(part[1:] if part.startswith("\\") else part)


class Ignores:
    """What the ignore files of a folder say, and those above it up to the top of its repository.

    Parameters:
        folder: the app's.
        exclude: more patterns, relative to it, which count most.
    """

    def __init__(self, folder: Path, exclude: Sequence[str] = ()) -> None:
        self._folder = folder.resolve()
        above = [self._folder, *self._folder.parents]
        self._top = next((path for path in above if (path / ".git").exists()), self._folder)
        self._exclude = patterns(exclude, own=True)
        self._read: dict[Path, list[Pattern]] = {}

    def verdict(self, path: PurePosixPath, *, is_folder: bool) -> Pattern | None:
        """The pattern that decides over ``path``, relative to the folder: the last that matches, or None."""
        full = self._folder / path
        found = None
        for base, pattern in self._patterns(full):
            if (is_folder or not pattern.for_folders) and pattern.regex.fullmatch(full.relative_to(base).as_posix()):
                found = pattern
        return found

    def _patterns(self, path: Path) -> Iterator[tuple[Path, Pattern]]:
        bases = [base for base in reversed(path.parents) if base.is_relative_to(self._top)]
        for base in bases:
            yield from ((base, pattern) for pattern in self._of(base))
        yield from ((self._folder, pattern) for pattern in self._exclude)

    def _of(self, base: Path) -> list[Pattern]:
        if base not in self._read:
            self._read[base] = [
                pattern
                for name in IGNORE_FILES
                if (base / name).is_file()
                for pattern in patterns(
                    (base / name).read_text("utf-8", "replace").splitlines(), own=name != ".gitignore"
                )
            ]
        return self._read[base]
