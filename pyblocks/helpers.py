"""What Gradio's ``gradio.helpers`` has of the names that apps import from there."""

from .app.updates import skip, update
from .handler.messages import Info, Success, Warning
from .interface.examples import Examples
from .tree.event_data import EventData

__all__ = ["EventData", "Examples", "Info", "Success", "Warning", "skip", "update"]
