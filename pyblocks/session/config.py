"""From a session's blocks to the config that the page renders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..app.blocks import Blocks, LaunchOptions
from ..app.dependency import Dependency, check_rendered
from ..components.base import Component
from ..tree.pages import Page, pages_of
from ..tree.tree import Block
from ..version import PYBLOCKS_VERSION
from ..wire.protocol import ComponentConfig, Config, DependencyConfig, PageConfig, RenderMessage
from .page_tree import Tree, is_shown, navbar_of
from .replacement import Replacement
from .session import Session


def build_config(session: Session, options: LaunchOptions) -> Config:
    """The whole app as JSON: every visible block, the tree, the listeners.

    Raises:
        ValueError: a listener names a block that is not in the app.
        FileNotFoundError: a CSS or head file is missing.
    """
    root = session.root
    for dependency in root.dependencies:
        check_rendered(dependency, lambda block: block.root is root)
    tree = Tree(session)
    layout = tree.layout(root)
    pages = [_page(page, root, tree) for page in pages_of(root)]
    return {
        "version": PYBLOCKS_VERSION,
        "title": root.title,
        "mode": root.mode,
        "theme": _theme(options),
        "css": _joined(options.css, options.css_paths),
        "head": _joined(options.head, options.head_paths),
        "js": options.js or "",
        "fill_height": root.fill_height,
        "fill_width": root.fill_width,
        "components": [_component(session, block) for block in root.blocks.values() if is_shown(block)] + tree.wrappers,
        "layout": layout,
        "pages": pages,
        "navbar": _id(navbar_of(root, None)),
        "dependencies": [_dependency(session, each) for each in root.dependencies],
        "storage_keys": list(session.stored),
        "footer_links": list(options.footer_links),
        "translations": options.i18n.translations if options.i18n else {},
    }


def build_rendering(session: Session, replacement: Replacement) -> RenderMessage:
    """What a ``gr.render`` function made, for the page: of what was there, only what is new."""
    tree = Tree(session)
    layout = tree.layout(replacement.place)
    components = [_component(session, block) for block in replacement.blocks if is_shown(block)]
    for component in components:
        kept = replacement.kept.get(component["id"], set())
        component["props"] = {name: value for name, value in component["props"].items() if name not in kept}
    return {
        "type": "render",
        "components": components + tree.wrappers,
        "layout": layout,
        "dependencies": [_dependency(session, each) for each in replacement.added],
        "removed": [],
        "storage_keys": list(session.stored),
    }


def is_interactive(component: Component, dependencies: Iterable[Dependency]) -> bool:
    """Whether the visitor can edit ``component``, by Gradio's rule where ``interactive`` is None.

    An input of a listener is interactive; so is one that is nobody's output and has no value yet.
    """
    if component.interactive is not None:
        return component.interactive
    is_output = False
    for dependency in dependencies:
        if component in dependency.inputs or component in dependency.inputs_kwargs.values():
            return True
        is_output = is_output or component in dependency.outputs
    return not is_output and not component.initial_payload()


def _page(page: Page, root: Blocks, tree: Tree) -> PageConfig:
    return {
        "path": page.path,
        "name": page.name,
        "show_in_navbar": page.show_in_navbar,
        "layout": tree.layout(page),
        "navbar": _id(navbar_of(root, page)),
    }


def _id(block: Block | None) -> int | None:
    return None if block is None else block._id


def _component(session: Session, block: Block) -> ComponentConfig:
    props = session.slot(block).props()
    if isinstance(block, Component):
        props["interactive"] = is_interactive(block, session.listeners)
    return {"id": block._id, "type": block.block_name, "props": props}


def _dependency(session: Session, dependency: Dependency) -> DependencyConfig:
    shown = [block._id for block in dependency.outputs if is_shown(block)]
    return {
        "id": session.listeners.number(dependency),
        "targets": [(t.source._id, t.event) for t in dependency.targets if isinstance(t.source, Block)],
        "inputs": [block._id for block in dependency.inputs if is_shown(block)],
        "outputs": shown,
        "show_progress": dependency.show_progress,
        "show_progress_on": [block._id for block in dependency.show_progress_on],
        "scroll_to_output": dependency.scroll_to_output,
    }


def _theme(options: LaunchOptions) -> str:
    if options.theme is None:
        return ""
    from ..themes.css import theme_css

    return theme_css(options.theme)


def _joined(text: str | None, paths: tuple[str | Path, ...]) -> str:
    return "\n".join([text or "", *(Path(path).read_text("utf-8") for path in paths)]).strip()
