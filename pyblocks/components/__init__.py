"""Gradio's components: one module each."""

from .base import Component, FormComponent
from .browserstate import BrowserState
from .button import Button
from .checkbox import Checkbox
from .checkboxgroup import CheckboxGroup, Checkboxgroup
from .clearbutton import ClearButton
from .dropdown import Dropdown
from .html import HTML
from .html_attributes import InputHTMLAttributes
from .json import JSON, Json
from .label import Label
from .markdown import Markdown
from .number import Number
from .radio import Radio
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
    "Dropdown",
    "FormComponent",
    "InputHTMLAttributes",
    "Json",
    "Label",
    "Markdown",
    "Number",
    "Radio",
    "Slider",
    "State",
    "Text",
    "TextArea",
    "Textbox",
    "Timer",
]
