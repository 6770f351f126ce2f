"""Which apps a folder of apps has, in which order, and what its README.md says of them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from .errors import BuildError
from .licences import LICENCES_NAME
from .offline import ICON_NAMES, MANIFEST_NAME, WORKER_NAME
from .publish import PAGE_NAME
from .record import RECORD_NAME

OWN_NAMES = {"assets", PAGE_NAME, WORKER_NAME, MANIFEST_NAME, LICENCES_NAME.lower(), *ICON_NAMES}
"""What the gallery's site has in its folder beside the apps, in small letters: some hosts don't tell them apart."""

_LINK = re.compile(r"\]\(<?(?:\./)?([^)>#]+?)/?>?\)")


@dataclass(frozen=True, kw_only=True)
class GalleryText:
    """``title`` and ``introduction`` of the index page, and the names of the apps that come first, in their order."""

    title: str
    introduction: str = ""
    order: tuple[str, ...] = ()


def is_gallery(folder: Path) -> bool:
    """Whether ``folder`` is a folder of apps, and no app itself."""
    return folder.is_dir() and not (folder / "app.py").exists() and bool(_apps(folder))


def apps_in(folder: Path, text: GalleryText) -> list[Path]:
    """The folders of the apps: first those that the README.md links to, then the others by name."""
    apps = _apps(folder)
    taken = sorted(app.name for app in apps if app.name.lower() in OWN_NAMES)
    if taken:
        raise BuildError(
            f"in {folder}, rename {', '.join(taken)}: no app of a gallery can be called so: the gallery has a file"
            " or folder of its own of that name"
        )
    order = {name: place for place, name in reversed(list(enumerate(text.order)))}
    return sorted(apps, key=lambda app: (order.get(app.name, len(order)), app.name))


def read_text(folder: Path) -> GalleryText:
    """What ``README.md`` in ``folder`` says: its first heading and the first paragraph below that, as plain text."""
    try:
        readme = (folder / "README.md").read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        readme = ""
    parts = [part.strip() for part in re.split(r"\n\s*\n", readme) if part.strip()]
    titles = [index for index, part in enumerate(parts) if part.startswith("# ")]
    after = parts[titles[0] + 1 :] if titles else []
    return GalleryText(
        title=_plain(parts[titles[0]].removeprefix("# ")) if titles else pretty(folder.resolve().name),
        introduction=next((_plain(part) for part in after if part[0].isalpha()), ""),
        order=tuple(unquote(link) for link in _LINK.findall(readme)),
    )


def pretty(name: str) -> str:
    """The name of a folder as a title: ``text_statistics`` is “Text statistics”."""
    text = re.sub(r"[-_\s]+", " ", name).strip()
    return text[:1].upper() + text[1:]


def _apps(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.iterdir()
        if not path.name.startswith(".") and (path / "app.py").is_file() and not (path / RECORD_NAME).exists()
    ]


def _plain(markdown: str) -> str:
    """Text without the marks of links, code and emphasis, on one line."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text).split())
