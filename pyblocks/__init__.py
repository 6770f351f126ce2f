"""PyBlocks: apps written with the Gradio API, running in a web page without a server.

``import pyblocks as gr``, or in a page ``import gradio as gr``: the names are Gradio 6's.
"""

from typing import TYPE_CHECKING, Any

from . import components, helpers, interface, layouts
from .app.blocks import Blocks
from .app.i18n import I18n
from .app.render import render
from .app.updates import skip, update
from .app.validate import validate
from .components import (
    HTML,
    JSON,
    BrowserState,
    Button,
    Checkbox,
    CheckboxGroup,
    Checkboxgroup,
    ClearButton,
    Component,
    Dataset,
    DeepLinkButton,
    Dropdown,
    DuplicateButton,
    InputHTMLAttributes,
    Json,
    Label,
    LoginButton,
    Markdown,
    Navbar,
    Number,
    Radio,
    Slider,
    State,
    Text,
    TextArea,
    Textbox,
    Timer,
    component,
)
from .handler.messages import Error, Info, Success, Warning
from .handler.progress import Progress
from .handler.request import Request
from .interface import flagging
from .interface.examples import Examples
from .interface.external import load, load_chat
from .interface.flagging import CSVLogger, FlaggingCallback, SimpleCSVLogger
from .interface.interface import Interface
from .interface.tabbed import TabbedInterface
from .layouts import Accordion, Column, Group, Row, Tab, TabItem, Tabs
from .session.storage import StorageError
from .tree import events
from .tree.event_data import (
    CopyData,
    DeletedFileData,
    DownloadData,
    EditData,
    EventData,
    KeyUpData,
    LikeData,
    RetryData,
    SelectData,
    UndoData,
)
from .tree.events import on
from .version import GRADIO_VERSION, PYBLOCKS_VERSION

if TYPE_CHECKING:
    from . import themes
    from .themes import Base as Theme

#: Gradio's version, which apps ask for; PyBlocks' own is ``pyblocks.version.PYBLOCKS_VERSION``.
__version__ = GRADIO_VERSION

__all__ = [
    "HTML",
    "JSON",
    "Accordion",
    "Blocks",
    "BrowserState",
    "Button",
    "CSVLogger",
    "Checkbox",
    "CheckboxGroup",
    "Checkboxgroup",
    "ClearButton",
    "Column",
    "Component",
    "CopyData",
    "Dataset",
    "DeepLinkButton",
    "DeletedFileData",
    "DownloadData",
    "Dropdown",
    "DuplicateButton",
    "EditData",
    "Error",
    "EventData",
    "Examples",
    "FlaggingCallback",
    "Group",
    "I18n",
    "Info",
    "InputHTMLAttributes",
    "Interface",
    "Json",
    "KeyUpData",
    "Label",
    "LikeData",
    "LoginButton",
    "Markdown",
    "Navbar",
    "Number",
    "Progress",
    "Radio",
    "Request",
    "RetryData",
    "Row",
    "SelectData",
    "SimpleCSVLogger",
    "Slider",
    "State",
    "StorageError",
    "Success",
    "Tab",
    "TabItem",
    "TabbedInterface",
    "Tabs",
    "Text",
    "TextArea",
    "Textbox",
    "Theme",
    "Timer",
    "UndoData",
    "Warning",
    "component",
    "components",
    "events",
    "flagging",
    "helpers",
    "interface",
    "layouts",
    "load",
    "load_chat",
    "on",
    "render",
    "skip",
    "themes",
    "update",
    "validate",
]


def __getattr__(name: str) -> Any:
    """Import themes for an app that has one; say of a name of Gradio's that is not here yet which one is nearest."""
    if name in ("themes", "Theme"):
        from importlib import import_module

        themes = import_module(".themes", __name__)
        return themes if name == "themes" else themes.Base

    from difflib import get_close_matches

    nearest = get_close_matches(name, __all__, n=1)
    hint = f" Did you mean gr.{nearest[0]}?" if nearest else ""
    raise AttributeError(f"PyBlocks {PYBLOCKS_VERSION} has no gr.{name}.{hint}", name=name)
