"""Calls of a script in the page to the functions of the app's that its ``gr.HTML`` names."""

from __future__ import annotations

from inspect import isawaitable

from ..components.html import HTML
from ..handler.messages import error_text
from ..session.session import Session
from ..wire.protocol import CallMessage, ResultMessage
from .channel import Channel


async def answer_call(message: CallMessage, session: Session, channel: Channel) -> None:
    """Call the function and send what it returns, or what it raises."""
    answer: ResultMessage = {"type": "result", "call": message["call"], "value": None, "error": None}
    try:
        block = session.blocks[message["target"]]
        if not isinstance(block, HTML):
            raise TypeError(f"{block} has no server functions.")
        value = block.server_function(message["function"])(*message["args"])
        answer["value"] = await value if isawaitable(value) else value
    except Exception as error:
        channel.report(error)
        answer["error"] = error_text(error)
    channel.send(answer)
