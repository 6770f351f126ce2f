"""The first screen of an app, made when its site is built, where there is no page."""

from __future__ import annotations

import json
from pathlib import Path

from . import compat
from .app import AppError, run_app
from .browser_state import Cipher
from .config import build_config
from .session import Session
from .storage import MemoryStorage
from .wire import encode


class NoCipher:
    """Stands for the page's cipher where nothing is stored (see :class:`~pyblocks.browser_state.Cipher`)."""

    async def encrypt(self, text: str) -> str:
        """Nothing is written before the page is loaded."""
        raise NotImplementedError

    async def decrypt(self, text: str) -> str | None:
        """What nobody stored can't be read."""
        return None


async def first_screen(path: str) -> str:
    """Run the app's file, and give the configs of what it launches as a visitor with empty storage first has them.

    Returns:
        JSON: ``{"configs": [...]}``, or ``{"error": "..."}`` with one line that says why there are none.
    """
    compat.install()
    try:
        texts = []
        for launched in await run_app(Path(path)):
            session = Session(launched.root, storage=MemoryStorage(), make_cipher=_no_cipher)
            await session.open()
            texts.append(encode({"type": "config", "config": build_config(session, launched.options)}))
    except AppError as error:
        return json.dumps({"error": str(error)})
    except Exception as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}"})
    return json.dumps({"configs": [json.loads(text)["config"] for text in texts]}, ensure_ascii=False)


def _no_cipher(secret: str) -> Cipher:
    return NoCipher()
