"""The files of a folder that go into a site."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from .errors import BuildError
from .ignore import Ignores
from .record import RECORD_NAME
from .secrets import is_secret_name

_LEFT_OUT = {"__pycache__", "node_modules", "__pypackages__"}


class Folder:
    """An app's folder, and what of it may be published.

    Parameters:
        path: where it is.
        without: paths to leave out (resolved ones).
        exclude: patterns of more, as in ``.gitignore``.
    """

    def __init__(self, path: Path, without: Collection[Path] = (), exclude: Sequence[str] = ()) -> None:
        self.path = path
        self.secrets: list[str] = []
        """What was left out since it is called as keys and passwords are."""
        self.ignored: list[str] = []
        """What was left out since an ignore file names it."""
        self._top = path.resolve()
        self._without = set(without)
        self._ignores = Ignores(path, exclude)
        self._wrong: list[str] = []

    def files(self, below: Path | None = None) -> dict[str, Path]:
        """Name every file below a folder, or all of them, by its path inside the app's, with ``/``, sorted.

        Left out: what is hidden (``.git``, ``.env``, ``.venv``), caches, ``node_modules``, virtual environments, sites
        that PyBlocks wrote, what ignore files name, and what looks like keys.
        """
        start = below or self.path
        found = {path.relative_to(self.path).as_posix(): path for path in self._walk(start, [start.resolve()])}
        return dict(sorted(found.items()))

    def takes(self, path: Path) -> bool:
        """Whether the file or folder at ``path`` may be published; a link is judged by what it leads to, too."""
        target = path.resolve()
        if target in self._without:
            return False
        names = [PurePosixPath(path.relative_to(self.path).as_posix())]
        if not target.is_relative_to(self._top):
            if not _is_left_out(names[0]) and not self._is_ignored(names[0], path.is_dir()):
                self._wrong.append(f"{path} links to {target}, outside of the app's folder")
            return False
        names.append(PurePosixPath(target.relative_to(self._top).as_posix()))
        return all(self._takes_name(name, path.is_dir()) for name in dict.fromkeys(names))

    def check(self) -> None:
        """Raise a :class:`BuildError` that names all that can't be published and isn't to be left out."""
        if self._wrong:
            raise BuildError(
                f"{'; '.join(sorted(set(self._wrong)))}: put a copy into the app's folder, or --exclude it"
            )

    def _takes_name(self, name: PurePosixPath, is_folder: bool) -> bool:
        if _is_left_out(name) or self._is_ignored(name, is_folder):
            return False
        if not is_folder and is_secret_name(name.name):
            pattern = self._ignores.verdict(name, is_folder=False)
            if not (pattern and pattern.own and pattern.negated):
                self.secrets.append(str(name))
                return False
        return True

    def _is_ignored(self, name: PurePosixPath, is_folder: bool) -> bool:
        """As git has it, nothing in a folder that is ignored can be wanted after all."""
        for part in (*reversed(name.parents[:-1]), name):
            pattern = self._ignores.verdict(part, is_folder=is_folder or part != name)
            if pattern and not pattern.negated:
                self.ignored.append(str(name))
                return True
        return False

    def _walk(self, folder: Path, above: list[Path]) -> Iterator[Path]:
        for path in folder.iterdir():
            if _is_left_out(PurePosixPath(path.name)) or path.suffix == ".pyc":
                continue
            if not path.exists() or not (path.is_file() or path.is_dir()):
                if not self._is_ignored(PurePosixPath(path.relative_to(self.path).as_posix()), False):
                    self._wrong.append(f"{path} is neither a file nor a folder (a broken link?)")
            elif not self.takes(path):
                continue
            elif path.is_file():
                yield path
            elif path.resolve() in above:
                self._wrong.append(f"{path} links to a folder that it is in")
            elif not (path / "pyvenv.cfg").exists() and not (path / RECORD_NAME).exists():
                yield from self._walk(path, [*above, path.resolve()])


def _is_left_out(name: PurePosixPath) -> bool:
    return any(part.startswith(".") or part in _LEFT_OUT for part in name.parts)
