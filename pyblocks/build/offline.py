"""What makes a site work without a network, and lets visitors install it: a service worker and a web app manifest."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping

from .publish import PAGE_NAME
from .record import digest

WORKER_NAME = "sw.js"
MANIFEST_NAME = "manifest.webmanifest"
ICON_NAMES = ("icon.svg", "icon-192.png", "icon-512.png")

HEAD = f"""\
<link rel="manifest" href="{MANIFEST_NAME}" crossorigin="use-credentials" />
    <meta name="theme-color" content="#fcfcfd" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#0f0f11" media="(prefers-color-scheme: dark)" />"""
"""What the page has to say of them."""

_ICONS = [
    {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
    *(
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ),
]


def web_manifest(title: str, root: str = "") -> bytes:
    """The web app manifest. All in it is relative to where it is, which is beside the page; ``root`` is the site."""
    manifest = {
        "name": title,
        "short_name": title,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#fcfcfd",
        "background_color": "#fcfcfd",
        "icons": [{**icon, "src": f"{root}{icon['src']}"} for icon in _ICONS],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n"


def build_id(files: Mapping[str, bytes]) -> str:
    """A short text that stands for these files."""
    return digest(json.dumps(_digests(files), sort_keys=True).encode())[:16]


def service_worker(script: str, build: str, files: Mapping[str, bytes]) -> bytes:
    """The service worker of the build ``build`` with these ``files``: the front end's, with their digests before it.

    Servers give a page for its folder's own address, and that is where browsers have it.
    """
    digests = {_address(name): value for name, value in sorted(_digests(files).items())}
    inflated = {name: digest(gzip.decompress(data)) for name, data in sorted(files.items()) if name.endswith(".bin")}
    head = json.dumps({"id": build, "files": digests, "inflated": inflated}, indent=1)
    return f"const BUILD = {head};\n{script}".encode()


def _address(name: str) -> str:
    return name.removesuffix(PAGE_NAME) if name.rpartition("/")[2] == PAGE_NAME else name


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}
