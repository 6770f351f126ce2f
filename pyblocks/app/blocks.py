"""``gr.Blocks``: the root of an app, and ``launch()``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..tree.events import Event
from ..tree.pages import Page, path_of
from ..tree.spellings import LAUNCH, accepts_older_spellings
from ..tree.tree import Block, current_container
from .footer import footer_links_of
from .i18n import I18n
from .root import ListenerRoot

if TYPE_CHECKING:
    from typing import Self

    from ..themes import ThemeClass
    from ..wire.protocol import FooterLink


@dataclass(frozen=True, kw_only=True)
class LaunchOptions:
    """What ``launch()`` and ``Blocks()`` say of the page. Server-only options of Gradio's are accepted and dropped."""

    css: str | None = None
    css_paths: tuple[str | Path, ...] = ()
    head: str | None = None
    head_paths: tuple[str | Path, ...] = ()
    js: str | None = None
    theme: ThemeClass | None = None
    footer_links: tuple[FooterLink, ...] = ()
    i18n: I18n | None = None


#: Takes the Blocks that an app launches; None where there is no page (plain CPython).
current_launcher: ContextVar[Callable[[Blocks, LaunchOptions], None] | None] = ContextVar(
    "current_launcher", default=None
)


def _paths(value: str | Path | Sequence[str | Path] | None) -> tuple[str | Path, ...]:
    return () if value is None else (value,) if isinstance(value, (str, Path)) else tuple(value)


def _translations(i18n: Any) -> I18n | None:
    if i18n is None or isinstance(i18n, I18n):
        return i18n
    raise TypeError(f"launch(i18n={i18n!r}): give it a gr.I18n, as in gr.I18n(en={{'key': 'text'}}).")


def _theme(theme: Any) -> ThemeClass | None:
    if theme is None:
        return None
    from ..themes.named import find_theme

    return find_theme(theme)


class Blocks(ListenerRoot):
    """An app: the root container, its listeners and its launch (Gradio's ``Blocks``).

    Parameters:
        analytics_enabled: accepted for Gradio's sake; PyBlocks never sends anything anywhere.
        mode: a name for the kind of app; ``"blocks"`` or ``"interface"``.
        title: the page's title.
        fill_height: whether the app's top column grows to the height of the window.
        fill_width: whether the app uses the full width of the window instead of a centred column.
        delete_cache: ``(frequency, age)`` in seconds: every ``frequency``, older temporary files are deleted.
        kwargs: Gradio 5's page options (``theme, css, css_paths, js, head, head_paths``), which ``launch()`` takes too.
    """

    block_name = "blocks"
    unload_event = Event("unload")

    title: str
    mode: str
    fill_height: bool
    fill_width: bool
    delete_cache: tuple[int, int] | None

    def __init__(
        self,
        analytics_enabled: bool | None = None,
        mode: str = "blocks",
        title: str = "Gradio",
        fill_height: bool = False,
        fill_width: bool = False,
        delete_cache: tuple[int, int] | None = None,
        **kwargs: Any,
    ) -> None:
        self._ids = count()
        self.page_options = {name: kwargs.pop(name) for name in _PAGE_OPTIONS if name in kwargs}
        super().__init__(
            analytics_enabled=analytics_enabled,
            mode=mode,
            title=title,
            fill_height=fill_height,
            fill_width=fill_width,
            delete_cache=delete_cache,
            render=False,
            **kwargs,
        )
        self.register(self)

    def new_id(self, block: Block) -> int:
        """The next number."""
        return next(self._ids)

    def __enter__(self) -> Self:
        outer = current_container.get()
        if outer is not None and self.parent is None and outer is not self:
            outer.add(self)
        return super().__enter__()

    def unload(self, fn: Callable[..., Any]) -> None:
        """Run ``fn`` when the visitor leaves the page (Gradio's ``Blocks.unload``)."""
        self.unload_event(fn)

    def route(self, name: str, path: str | None = None, show_in_navbar: bool = True) -> Page:
        """Another page of the app: ``with`` it, and what is created inside is on it (Gradio's ``Blocks.route``).

        Parameters:
            name: what links to it are called.
            path: its address, ``"/settings"``; made of ``name`` if None.
            show_in_navbar: whether the links at the top of each page lead to it.

        Raises:
            ValueError: there is a page at this address already, or the address is the main page's.
        """
        page = Page(name, path_of(name, path), show_in_navbar)
        if not page.path:
            raise ValueError(f"route({name!r}, {path!r}): this is the address of the main page: give another path.")
        if any(child.path == page.path for child in self.children if isinstance(child, Page)):
            raise ValueError(f"route({name!r}, {path!r}): there is a page at {page.path!r} already: give another path.")
        self.add(page)
        return page

    def queue(
        self,
        status_update_rate: float | Literal["auto"] = "auto",
        api_open: bool | None = None,
        max_size: int | None = None,
        *,
        default_concurrency_limit: int | Literal["not_set"] | None = "not_set",
    ) -> Self:
        """Set how events wait for each other (Gradio's ``Blocks.queue``).

        Parameters:
            status_update_rate: accepted; the page always knows the state of its own queue.
            api_open: accepted; there is no API without a server.
            max_size: most events that may wait at once; None for no limit.
            default_concurrency_limit: most runs of one function at once where a listener doesn't say; 1 if not set.
        """
        self.max_queue_size = max_size
        self.default_concurrency_limit = 1 if default_concurrency_limit == "not_set" else default_concurrency_limit
        return self

    max_queue_size: int | None = None
    default_concurrency_limit: int | None = 1

    @accepts_older_spellings(LAUNCH)
    def launch(
        self,
        inline: bool | None = None,
        inbrowser: bool = False,
        share: bool | None = None,
        debug: bool = False,
        max_threads: int = 40,
        auth: Any = None,
        auth_message: str | None = None,
        prevent_thread_lock: bool = False,
        show_error: bool = False,
        server_name: str | None = None,
        server_port: int | None = None,
        *,
        height: int = 500,
        width: int | str = "100%",
        favicon_path: str | Path | None = None,
        ssl_keyfile: str | None = None,
        ssl_certfile: str | None = None,
        ssl_keyfile_password: str | None = None,
        ssl_verify: bool = True,
        quiet: bool = False,
        footer_links: list[Any] | None = None,
        run_history: bool | None = None,
        allowed_paths: list[str] | None = None,
        blocked_paths: list[str] | None = None,
        root_path: str | None = None,
        app_kwargs: dict[str, Any] | None = None,
        state_session_capacity: int = 10000,
        share_server_address: str | None = None,
        share_server_protocol: str | None = None,
        share_server_tls_certificate: str | None = None,
        auth_dependency: Any = None,
        max_file_size: str | int | None = None,
        enable_monitoring: bool | None = None,
        strict_cors: bool = True,
        node_server_name: str | None = None,
        node_port: int | None = None,
        ssr_mode: bool | None = None,
        pwa: bool | None = None,
        mcp_server: bool | None = None,
        num_workers: int | None = None,
        _app: Any = None,
        _frontend: bool = True,
        i18n: Any = None,
        theme: Any = None,
        css: str | None = None,
        css_paths: str | Path | Sequence[str | Path] | None = None,
        js: str | bool | None = None,
        head: str | None = None,
        head_paths: str | Path | Sequence[str | Path] | None = None,
    ) -> tuple[None, str, None]:
        """Show the app in the page that runs this code (Gradio's ``Blocks.launch``).

        Only the page options do anything: ``theme, css, css_paths, js, head, head_paths, footer_links, i18n``. The rest
        configure Gradio's server, which PyBlocks does not have; they are accepted so that apps run unmodified.

        Returns:
            Gradio's ``(app, local_url, share_url)``; without a server, ``(None, "", None)``.

        Raises:
            RuntimeError: there is no page to show it in, as under plain CPython.
            ValueError, TypeError: there is no such theme or footer link.
        """
        launcher = current_launcher.get()
        if launcher is None:
            raise RuntimeError(
                "PyBlocks apps run in a browser page: build this file with 'python build.py APP --serve' and open it."
            )
        given = {"theme": theme, "css": css, "js": js, "head": head}
        merged = self.page_options | {name: value for name, value in given.items() if value is not None}
        if merged.get("js") is True:
            raise TypeError("launch(js=True): PyBlocks can't turn Python into JavaScript: give a JavaScript function.")
        launcher(
            self,
            LaunchOptions(
                **{name: merged.get(name) for name in ("css", "js", "head")},
                theme=_theme(merged.get("theme")),
                css_paths=_paths(css_paths or self.page_options.get("css_paths")),
                head_paths=_paths(head_paths or self.page_options.get("head_paths")),
                footer_links=tuple(footer_links_of(footer_links)),
                i18n=_translations(i18n),
            ),
        )
        return None, "", None


_PAGE_OPTIONS = ("theme", "css", "css_paths", "js", "head", "head_paths")
