"""The first screen of an app, made when its site is built, where there is no page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ..components.dataset import Dataset
from ..patches import compat
from ..session.browser_state_slot import Cipher
from ..session.config import build_config
from ..session.session import Session
from ..session.storage import MemoryStorage
from ..wire.codec import encode
from .app_file import AppError, Launched, run_app


class NoCipher:
    """A cipher where nothing is stored (see :class:`~pyblocks.session.browser_state_slot.Cipher`)."""

    async def encrypt(self, text: str) -> str:
        """Nothing is written before the page is loaded."""
        raise NotImplementedError

    async def decrypt(self, text: str) -> str | None:
        """What nobody stored can't be read."""
        return None


async def first_screen(path: str) -> str:
    """Run the app's file, and give the configs of what it launches as a visitor with empty storage first has them.

    Returns:
        JSON: ``{"configs": [...], "files": {...}}``, where files are more ones for the app's folder, with the results
        of examples, by their paths in it; or ``{"error": "..."}`` with one line that says why there are none.
    """
    compat.install()
    try:
        texts = []
        all_launched = await run_app(Path(path))
        for launched in all_launched:
            session = Session(launched.root, storage=MemoryStorage(), make_cipher=_no_cipher)
            await session.open()
            texts.append(encode({"type": "config", "config": build_config(session, launched.options)}))
        files = await compute_caches(all_launched)
    except AppError as error:
        return json.dumps({"error": str(error)})
    except Exception as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}"})
    configs = [json.loads(text)["config"] for text in texts]
    return json.dumps({"configs": configs, "files": files}, ensure_ascii=False)


async def compute_caches(launched: Iterable[Launched]) -> dict[str, str]:
    """What ``cache_mode="eager"`` stores when a site is built: files for the app's folder, by their path in it.

    The build runs the app once, as the page would, and this with what it launched.
    """
    files: dict[str, str] = {}
    for each in launched:
        for block in each.root.blocks.values():
            cache = block.eager_cache if isinstance(block, Dataset) else None
            if cache is not None:
                files[cache.file.as_posix()] = await cache.compute_all()
    return files


def _no_cipher(secret: str) -> Cipher:
    return NoCipher()
