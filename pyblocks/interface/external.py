"""``gr.load`` and ``gr.load_chat``: apps of other servers, which a static page can't be."""

from __future__ import annotations

from typing import Any, NoReturn


def load(
    name: str,
    src: Any = None,
    token: str | None = None,
    accept_token: Any = False,
    provider: Any = None,
    **kwargs: Any,
) -> NoReturn:
    """Say that there is no model or Space to load (Gradio's ``gr.load``).

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError(
        f"gr.load({name!r}) needs a server that calls Hugging Face: write the function in your app instead."
    )


def load_chat(
    base_url: str,
    model: str,
    token: str | None = None,
    *,
    file_types: Any = "text_encoded",
    system_message: str | None = None,
    streaming: bool = True,
    **kwargs: Any,
) -> NoReturn:
    """Say that there is no model to talk to (Gradio's ``gr.load_chat``).

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError(
        f"gr.load_chat({base_url!r}) needs a server that keeps your key: write the function in your app instead."
    )
