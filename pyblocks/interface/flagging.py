"""Flagging: visitors mark results, and an app keeps them as rows of a CSV file in the page's file system."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..components.base import Component
from ..handler.messages import Info
from ..handler.request import Request
from ..handler.running import current_run
from .csv_cell import guarded, unguarded


class FlaggingCallback(ABC):
    """What is done with what is flagged (Gradio's ``FlaggingCallback``); subclass it for an own way to keep it."""

    @abstractmethod
    def setup(self, components: Sequence[Component], flagging_dir: str) -> None:
        """Called once, before anything is flagged.

        Parameters:
            components: whose values are flagged: inputs, then outputs.
            flagging_dir: the folder to keep files in; what it holds, the visitor can download from the page.
        """

    @abstractmethod
    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Called with each flagged sample.

        Parameters:
            flag_data: the components' values as the page has them.
            flag_option: what it is flagged as, where there is a choice.
            username: None: nobody logs in to a static page.

        Returns:
            How many samples are flagged by now.
        """


class SimpleCSVLogger(FlaggingCallback):
    """Keeps the values alone, in ``log.csv``, without headers (Gradio's ``SimpleCSVLogger``)."""

    def setup(self, components: Sequence[Component], flagging_dir: str | Path) -> None:
        """See :class:`FlaggingCallback`."""
        self._components = components
        self._file = Path(flagging_dir) / "log.csv"

    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Append a row; how many rows there are. ``flag_option`` and ``username`` are not kept."""
        _append(self._file, _cells(self._components, flag_data))
        return len(_rows(self._file))


class CSVLogger(FlaggingCallback):
    """Keeps each sample with its time as a row of ``dataset1.csv`` (Gradio's ``CSVLogger``, the default).

    Where the columns change, a new file with the next number is begun.

    Parameters:
        simplify_file_data: accepted; a file is kept by its path.
        verbose: whether the console says that a file was begun.
        dataset_file_name: another name for the file.
    """

    def __init__(
        self, simplify_file_data: bool = True, verbose: bool = True, dataset_file_name: str | None = None
    ) -> None:
        self._verbose = verbose
        self._name = dataset_file_name

    def setup(self, components: Sequence[Component], flagging_dir: str | Path) -> None:
        """See :class:`FlaggingCallback`."""
        self._components = components
        self._folder = Path(flagging_dir)

    def flag(self, flag_data: list[Any], flag_option: str | None = None, username: str | None = None) -> int:
        """Append a row; how many there are, without the headers."""
        from datetime import datetime  # few visitors flag: don't load it for the others

        extra = {"flag": flag_option, "username": username, "timestamp": str(datetime.now())}
        given = {name: text for name, text in extra.items() if text is not None}
        headers = [each.label or f"component {n}" for n, each in enumerate(self._components)]
        file = self._file([*headers, *given])
        _append(file, [*_cells(self._components, flag_data), *given.values()])
        return len(_rows(file)) - 1

    def _file(self, headers: list[str]) -> Path:
        """The file with these headers; begun, if there is none."""
        number = 1
        while True:
            file = self._folder / (self._name if self._name and number == 1 else f"dataset{number}.csv")
            if not file.exists():
                _append(file, headers)
                if self._verbose:
                    print(f"Created dataset file at: {file}")
            if _rows(file)[0] == headers:
                return file
            number += 1


class FlagMethod:
    """The handler behind a Flag button: hands the values to the callback, and what that wrote to the visitor.

    Parameters:
        callback: what keeps them.
        folder: where it keeps them.
        option: what they are flagged as; None for nothing particular.
        tell: whether to tell the visitor where they are.
    """

    def __init__(self, callback: FlaggingCallback, folder: str, option: str | None = None, tell: bool = True) -> None:
        self._callback = callback
        self._folder = Path(folder)
        self._option = option
        self._tell = tell

    def __call__(self, request: Request, *flag_data: Any) -> None:
        """Flag these values."""
        self._callback.flag(list(flag_data), flag_option=self._option or None, username=request.username)
        self._offer()
        if self._tell:
            Info("It is kept until you leave this page. To take it with you, download it in Settings.", title="Flagged")

    def _offer(self) -> None:
        """Send the page the files, which nobody else will ever collect."""
        run = current_run.get()
        assert run is not None  # it is a handler
        for path in sorted(path for path in self._folder.glob("**/*") if path.is_file()):
            run.send({"type": "file", "path": path.as_posix(), "text": path.read_text("utf-8", "replace")})


def _cells(components: Sequence[Component], values: Sequence[Any]) -> list[str]:
    return [component.flag(value) for component, value in zip(components, values, strict=True)]


def _append(file: Path, row: Sequence[str]) -> None:
    import csv  # see CSVLogger.flag

    file.parent.mkdir(parents=True, exist_ok=True)
    # A lone surrogate, which UTF-8 has no form for, becomes a question mark.
    with file.open("a", encoding="utf-8", errors="replace", newline="") as stream:
        csv.writer(stream).writerow(map(guarded, row))


def _rows(file: Path) -> list[list[str]]:
    import csv

    with file.open(encoding="utf-8", newline="") as stream:
        return [list(map(unguarded, row)) for row in csv.reader(stream)]
