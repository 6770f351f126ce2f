"""Components by name: ``"textbox"`` where a ``gr.Textbox()`` is meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ..tree.tree import Block
from ..version import PYBLOCKS_VERSION

#: The packages whose classes have shortcuts.
_OWN = ("pyblocks.components.", "pyblocks.layouts.")

#: Second names that Gradio has for a class.
_ALIASES = {"text": "textbox", "tabitem": "tab"}


def component_class(name: str) -> type[Block]:
    """The component or layout that Gradio's string shortcut ``name`` stands for, in any case: ``"check_box"`` too.

    Raises:
        ValueError: there is none.
    """
    blocks = {kind.__name__.lower(): kind for kind in _classes(Block)}
    blocks |= {alias: blocks[name] for alias, name in _ALIASES.items() if name in blocks}
    found = blocks.get(name.lower().replace("_", ""))
    if found is None:
        nearest = get_close_matches(name.lower(), blocks, n=1, cutoff=0.75)
        hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
        raise ValueError(f"PyBlocks {PYBLOCKS_VERSION} has no component {name!r}.{hint}")
    return found


def _classes(kind: type[Block]) -> Iterator[type[Block]]:
    """The components and layouts of PyBlocks' own below ``kind``; an app's are known to the app."""
    for each in kind.__subclasses__():
        if "block_name" in vars(each) and each.__module__.startswith(_OWN):
            yield each
        yield from _classes(each)


def component(cls_name: str, render: bool) -> Block:
    """A component of the class that ``cls_name`` names, with that class's defaults (Gradio's ``gr.component``).

    Parameters:
        cls_name: a string shortcut such as ``"textbox"``.
        render: whether it joins the container that is open.

    Raises:
        ValueError: there is no such component.
    """
    return component_class(cls_name)(render=render)


def get_component_instance(comp: str | dict[str, Any] | Block, render: bool = False, unrender: bool = False) -> Block:
    """``comp`` as a component, which it may be already (Gradio's ``get_component_instance``).

    Parameters:
        comp: a component, a string shortcut, or a dict with the shortcut as ``"name"`` and arguments for its class.
        render: whether a component made here joins the container that is open.
        unrender: whether a component given here leaves its place, to be rendered in another.

    Raises:
        ValueError: there is no such component.
        TypeError: it is something else.
    """
    if isinstance(comp, str):
        return component(comp, render)
    if isinstance(comp, dict):
        settings = dict(comp)
        return component_class(settings.pop("name"))(**settings, render=render)
    if not isinstance(comp, Block):
        raise TypeError(f"A component is gr.Textbox() or its like, or a name such as 'textbox', not {comp!r}.")
    return comp.unrender() if unrender else comp
