"""Which blocks of a new rendering are those of the last one, without a key that says so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from typing import Any

from ..components.base import Component
from ..tree.tree import Block, Container
from .change import fingerprint
from .rendering import Rendering

#: Arguments that don't say what a component is for: with others of these it is the same one.
_LOOKS = frozenset(
    [
        "info",
        "placeholder",
        "visible",
        "interactive",
        "show_label",
        "container",
        "scale",
        "min_width",
        "elem_id",
        "elem_classes",
        "lines",
        "max_lines",
        "autofocus",
        "autoscroll",
        "text_align",
        "rtl",
        "buttons",
    ]
)

Parent = Rendering | Container
Likeness = Callable[[Block], Hashable]


class Matching:
    """Gives blocks of a new rendering the ids of those that they are anew.

    Parameters:
        made: the new rendering.
        last: the one that it replaces.
    """

    def __init__(self, made: Rendering, last: Rendering) -> None:
        self._made = made
        self._last = last
        #: The ids of the last rendering's blocks that are here again.
        self._taken = {block._id for block in made.blocks.values() if block._id in last.blocks}

    def take_over(self) -> None:
        """Layouts follow what they hold by key; then what is alike in a layout is the same, in its order."""
        for child in self._made.children:
            self._follow_held(child)
        self._pair(self._made, self._last)

    def _follow_held(self, block: Block) -> None:
        """A layout is the one that a block of it was in, so that this block stays in place."""
        held = block.children if isinstance(block, Container) else []
        for child in held:
            self._follow_held(child)
        if not isinstance(block, Container) or self._is_known(block):
            return
        before = (self._last.blocks.get(child._id) for child in held)
        parents = (each.parent for each in before if each is not None)
        for parent in parents:
            if parent is not None and type(parent) is type(block) and self._is_free(parent):
                self._take(block, parent)
                return

    def _pair(self, made: Parent, last: Parent) -> None:
        for likeness in (_content, _purpose):
            free: defaultdict[Hashable, deque[Block]] = defaultdict(deque)
            for old in filter(self._is_free, last.children):
                free[likeness(old)].append(old)
            for block in made.children:
                if not self._is_known(block) and _can_match(block) and free[likeness(block)]:
                    self._take(block, free[likeness(block)].popleft())
        for block in made.children:
            before = self._last.blocks.get(block._id)
            if isinstance(block, Container) and isinstance(before, Container) and before is not block:
                self._pair(block, before)

    def _is_known(self, block: Block) -> bool:
        return block._id in self._last.blocks

    def _is_free(self, old: Block) -> bool:
        return old._id not in self._taken and self._last.blocks.get(old._id) is old and _can_match(old)

    def _take(self, block: Block, old: Block) -> None:
        self._taken.add(old._id)
        del self._made.blocks[block._id]
        block._id = old._id
        self._made.blocks[block._id] = block


def _can_match(block: Block) -> bool:
    """Whether it has no key, and a place in the page."""
    return block.key is None and (isinstance(block, Container) or (isinstance(block, Component) and block.is_visible))


def _content(block: Block) -> Hashable:
    """All arguments, and of a layout all that it holds."""
    held = tuple(map(_content, block.children)) if isinstance(block, Container) else ()
    return type(block), block.key, fingerprint(block.passed), held


def _purpose(block: Block) -> Hashable:
    """The arguments but for those of looks; of a layout only its name."""
    names: Any = {"label"} if isinstance(block, Container) else block.passed.keys() - _LOOKS
    return type(block), fingerprint({name: block.passed.get(name) for name in names})
