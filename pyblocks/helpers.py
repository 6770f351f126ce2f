"""What Gradio's ``gradio.helpers`` has of the names that apps import from there."""

from .errors import Info, Success, Warning
from .event_data import EventData
from .examples import Examples
from .updates import skip, update

__all__ = ["EventData", "Examples", "Info", "Success", "Warning", "skip", "update"]
