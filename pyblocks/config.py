"""From a session's blocks to the config that the page renders."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from .blocks import LaunchOptions
from .components.base import Component
from .dependency import Dependency
from .protocol import ComponentConfig, Config, DependencyConfig, LayoutConfig
from .session import Session
from .tree import Block, Container
from .version import PYBLOCKS_VERSION


def build_config(session: Session, options: LaunchOptions) -> Config:
    """The whole app as JSON: every visible block, the tree, the listeners.

    Raises:
        ValueError: a listener names a block that is not in the app.
        FileNotFoundError: a CSS or head file is missing.
    """
    root = session.root
    for dependency in root.dependencies:
        _check_rendered(dependency, root)
    wrappers: list[ComponentConfig] = []
    layout = _layout(root, wrappers)
    return {
        "version": PYBLOCKS_VERSION,
        "title": root.title,
        "mode": root.mode,
        "css": _joined(options.css, options.css_paths),
        "head": _joined(options.head, options.head_paths),
        "js": options.js or "",
        "fill_height": root.fill_height,
        "fill_width": root.fill_width,
        "components": [_component(session, block) for block in root.blocks.values() if _is_shown(block)] + wrappers,
        "layout": layout,
        "dependencies": [_dependency(session, id, each) for id, each in enumerate(root.dependencies)],
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


def _is_shown(block: Block) -> bool:
    return not isinstance(block, Component) or block.is_visible


def _component(session: Session, block: Block) -> ComponentConfig:
    props = session.slot(block).props()
    if isinstance(block, Component):
        props["interactive"] = is_interactive(block, session.root.dependencies)
    return {"id": block._id, "type": block.block_name, "props": props}


def _layout(block: Block, wrappers: list[ComponentConfig]) -> LayoutConfig:
    """The tree from ``block`` down; neighbours that expect another parent are wrapped in one, as Gradio does."""
    if not isinstance(block, Container):
        return {"id": block._id}
    children: list[LayoutConfig] = []
    for parent, group in groupby(filter(_is_shown, block.children), key=lambda child: child.expected_parent):
        blocks = list(group)
        nodes = [_layout(child, wrappers) for child in blocks]
        if parent is None or parent == block.block_name:
            children += nodes
        else:
            wrapper = _wrapper(parent, blocks, in_row=block.block_name == "row")
            wrappers.append(wrapper)
            children.append({"id": wrapper["id"], "children": nodes})
    return {"id": block._id, "children": children}


def _wrapper(parent: str, blocks: list[Block], in_row: bool) -> ComponentConfig:
    """A layout that the app didn't write. Its id is its first child's below zero, which no block of the app has.

    In a Row it takes the width of all that it holds.
    """
    props: dict[str, Any] = {"visible": True, "elem_id": None, "elem_classes": []}
    if in_row:
        scales = [getattr(block, "scale", None) for block in blocks]
        props["scale"] = sum(1 if scale is None else scale for scale in scales)
        props["min_width"] = sum(getattr(block, "min_width", None) or 0 for block in blocks)
    return {"id": -blocks[0]._id, "type": parent, "props": props}


def _dependency(session: Session, id: int, dependency: Dependency) -> DependencyConfig:
    shown = [block._id for block in dependency.outputs if _is_shown(block)]
    return {
        "id": id,
        "targets": [(t.source._id, t.event) for t in dependency.targets if isinstance(t.source, Block)],
        "inputs": [block._id for block in dependency.inputs if _is_shown(block)],
        "outputs": shown,
        "show_progress": dependency.show_progress,
        "show_progress_on": [block._id for block in dependency.show_progress_on],
        "scroll_to_output": dependency.scroll_to_output,
    }


def _check_rendered(dependency: Dependency, root: Block) -> None:
    sources: list[Any] = [target.source for target in dependency.targets if isinstance(target.source, Block)]
    for block in (*sources, *dependency.inputs, *dependency.inputs_kwargs.values(), *dependency.outputs):
        if block.root is not root:
            raise ValueError(
                f"{dependency.name} uses {block}, which is not in this app: create it inside 'with gr.Blocks():', "
                "or call its render() there."
            )


def _joined(text: str | None, paths: tuple[str | Path, ...]) -> str:
    return "\n".join([text or "", *(Path(path).read_text("utf-8") for path in paths)]).strip()
