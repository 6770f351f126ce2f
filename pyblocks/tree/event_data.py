"""What a handler can learn of the event that started it: ``gr.EventData`` and its kinds."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from .tree import Block


class EventData:
    """The event's target and its data (Gradio's ``EventData``): annotate a parameter with it to get it.

    Parameters:
        target: the block that the event happened to.
        _data: what the page said of it; its keys are attributes of this object.
    """

    def __init__(self, target: Block | None, _data: Any) -> None:
        self.target = target
        self._data = _data

    def __getattr__(self, name: str) -> Any:
        data = self.__dict__.get("_data")
        if isinstance(data, dict) and name in data:
            return data[name]
        has = ", ".join(data) if isinstance(data, dict) and data else "none"
        raise AttributeError(f"This event's data has no {name!r}; it has: {has}.")

    def __repr__(self) -> str:
        return f"gr.{type(self).__name__}({self.target!r}, {self._data!r})"


class SelectData(EventData):
    """What was selected (Gradio's ``SelectData``).

    Attributes:
        index: its position: a number, a ``[row, column]`` or a ``[start, end]``.
        value: its value.
        row_value, col_value: the row and the column of a table's cell.
        selected: whether it was selected or deselected.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        data = data or {}
        self.index: int | list[int] = data.get("index")
        self.value: Any = data.get("value")
        self.row_value: list[Any] | None = data.get("row_value")
        self.col_value: list[Any] | None = data.get("col_value")
        self.selected: bool = data.get("selected", True)


class KeyUpData(EventData):
    """Which key went up over a Dropdown (Gradio's ``KeyUpData``).

    Attributes:
        key: the key's name, as the browser has it (``"ArrowDown"``).
        input_value: the text in the box.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.key: str = data["key"]
        self.input_value: str = data["input_value"]


class CopyData(EventData):
    """What was copied (Gradio's ``CopyData``).

    Attributes:
        value: the copied text.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.value: Any = data["value"]


class EditData(EventData):
    """What was edited (Gradio's ``EditData``).

    Attributes:
        index: its position.
        previous_value, value: what was there, and what is there now.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.index: int | list[int] = data["index"]
        self.previous_value: Any = data["previous_value"]
        self.value: Any = data["value"]


class LikeData(EventData):
    """What was liked or disliked (Gradio's ``LikeData``).

    Attributes:
        index: its position.
        value: its value.
        liked: True, False, or the name of the feedback that was chosen.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.index: int | list[int] = data["index"]
        self.value: Any = data["value"]
        self.liked: bool | str = data.get("liked", True)


class UndoData(EventData):
    """Which message is to be undone (Gradio's ``UndoData``).

    Attributes:
        index: its position.
        value: its value.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.index: int | list[int] = data["index"]
        self.value: Any = data["value"]


class RetryData(UndoData):
    """Which message is to be answered again (Gradio's ``RetryData``). Attributes as for :class:`UndoData`."""


class DownloadData(EventData):
    """What was downloaded (Gradio's ``DownloadData``).

    Attributes:
        file: the file, with ``path``, ``url``, ``orig_name``, ``size`` and ``mime_type``.
    """

    def __init__(self, target: Block | None, data: Any) -> None:
        super().__init__(target, data)
        self.file = SimpleNamespace(**{name: data.get(name) for name in _FILE_ATTRIBUTES})


class DeletedFileData(DownloadData):
    """Which file was taken out (Gradio's ``DeletedFileData``). Attributes as for :class:`DownloadData`."""


_FILE_ATTRIBUTES = ("path", "url", "orig_name", "size", "mime_type")
