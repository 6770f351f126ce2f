"""PyBlocks: apps written with the Gradio API, running in a web page without a server.

``import pyblocks as gr``, or in a page ``import gradio as gr``: the names are Gradio 6's.
"""

from typing import TYPE_CHECKING, Any

from . import components, events, flagging, helpers, interface, layouts
from .blocks import Blocks
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
from .errors import Error, Info, Success, Warning
from .event_data import CopyData, EventData, KeyUpData, SelectData
from .events import on
from .examples import Examples
from .external import load, load_chat
from .flagging import CSVLogger, FlaggingCallback, SimpleCSVLogger
from .i18n import I18n
from .interface import Interface
from .layouts import Accordion, Column, Group, Row, Tab, TabItem, Tabs
from .progress import Progress
from .render import render
from .request import Request
from .storage import StorageError
from .tabbed_interface import TabbedInterface
from .updates import skip, update
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
    "Dropdown",
    "DuplicateButton",
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
    "LoginButton",
    "Markdown",
    "Navbar",
    "Number",
    "Progress",
    "Radio",
    "Request",
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
