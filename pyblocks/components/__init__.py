"""Gradio's components: one module each."""

from .base import Component, FormComponent
from .browserstate import BrowserState
from .button import Button
from .checkbox import Checkbox
from .checkboxgroup import CheckboxGroup, Checkboxgroup
from .clearbutton import ClearButton
from .dataset import Dataset
from .deeplinkbutton import DeepLinkButton
from .dropdown import Dropdown
from .duplicatebutton import DuplicateButton
from .html import HTML
from .html_attributes import InputHTMLAttributes
from .json import JSON, Json
from .label import Label
from .loginbutton import LoginButton
from .markdown import Markdown
from .navbar import Navbar
from .number import Number
from .radio import Radio
from .shortcuts import component, get_component_instance
from .slider import Slider
from .state import State
from .textbox import Text, TextArea, Textbox
from .timer import Timer

__all__ = [
    "HTML",
    "JSON",
    "BrowserState",
    "Button",
    "Checkbox",
    "CheckboxGroup",
    "Checkboxgroup",
    "ClearButton",
    "Component",
    "Dataset",
    "DeepLinkButton",
    "Dropdown",
    "DuplicateButton",
    "FormComponent",
    "InputHTMLAttributes",
    "Json",
    "Label",
    "LoginButton",
    "Markdown",
    "Navbar",
    "Number",
    "Radio",
    "Slider",
    "State",
    "Text",
    "TextArea",
    "Textbox",
    "Timer",
    "component",
    "get_component_instance",
]
