"""Apps made by one call: Interface and what it brings (Gradio's ``gradio.interface``). May import ``app`` and below."""

from .interface import Interface
from .tabbed import TabbedInterface

__all__ = ["Interface", "TabbedInterface"]
