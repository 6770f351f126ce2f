"""Gradio's layouts: one module each, Tabs and Tab together."""

from .accordion import Accordion
from .column import Column
from .form import Form
from .group import Group
from .row import Row
from .tabs import Tab, TabItem, Tabs

__all__ = ["Accordion", "Column", "Form", "Group", "Row", "Tab", "TabItem", "Tabs"]
