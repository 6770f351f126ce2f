"""The tree of an app: blocks, and containers that hold blocks."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar

from .context import current_container
from .signature import parameters, passed_arguments

if TYPE_CHECKING:
    from typing import Self

    from .blocks import Blocks

Key = int | str | tuple[int | str, ...] | None

#: Arguments that only Python needs; every other argument of a block is a prop of the page's component.
PYTHON_ONLY = frozenset({"every", "inputs", "render", "key", "preserved_by_key"})


class Block:
    """Anything that has a place in the tree: a component or a layout.

    A block joins the container it is created in, unless ``render=False``; :meth:`render` adds it later. Its ``id`` is
    given by the Blocks it is in, in order of joining, so the same app always has the same ids.
    """

    #: The component's type in the config and the stem of its Svelte file.
    block_name: ClassVar[str] = "block"
    #: The layout that holds this block; where its container is another, neighbours are wrapped in one (see config.py).
    expected_parent: ClassVar[str | None] = None

    id: int
    passed: dict[str, Any]
    visible: bool | str
    elem_id: str | None
    elem_classes: list[str]

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        self = super().__new__(cls)
        self.id = -1
        self.passed = passed_arguments(cls.__init__, args, kwargs)
        return self

    def __init__(
        self,
        *,
        visible: bool | str = True,
        elem_id: str | None = None,
        elem_classes: list[str] | str | None = None,
        render: bool = True,
        key: Key = None,
        preserved_by_key: list[str] | str | None = None,
        **props: Any,
    ) -> None:
        self.visible = visible
        self.elem_id = elem_id
        self.elem_classes = [elem_classes] if isinstance(elem_classes, str) else list(elem_classes or [])
        self.key = key
        self.preserved_by_key = [preserved_by_key] if isinstance(preserved_by_key, str) else list(preserved_by_key or [])
        self.parent: Container | None = None
        self.root: Blocks | None = None
        vars(self).update(props)
        if render:
            container = current_container.get()
            if container is not None:
                container.add(self)

    @property
    def _id(self) -> int:
        """Gradio's name for :attr:`id`."""
        return self.id

    def get_block_name(self) -> str:
        """Gradio's way to read :attr:`block_name`."""
        return self.block_name

    def render(self) -> Self:
        """Add this block to the container that is open now (Gradio's ``Block.render``).

        Raises:
            ValueError: it is in a tree already, or no container is open.
        """
        if self.parent is not None:
            raise ValueError(f"{self} is rendered already: a block has one place. Call unrender() first to move it.")
        container = current_container.get()
        if container is None:
            raise ValueError(f"{self} can't be rendered here: call render() inside 'with gr.Blocks():'.")
        container.add(self)
        return self

    def unrender(self) -> Self:
        """Take this block out of its container, keeping its id and its events (Gradio's ``Block.unrender``)."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None
        return self

    def joined(self, root: Blocks) -> None:
        """Called once this block is in the tree under ``root``; for what needs the whole app, such as load events."""

    def props(self) -> dict[str, Any]:
        """The props of the page's component: every argument that is not only Python's business."""
        names = parameters(type(self).__init__)
        return {name: getattr(self, name) for name in names if name not in PYTHON_ONLY}

    def prop_updates(self, changed: dict[str, Any]) -> dict[str, Any]:
        """The props to send for arguments that an update sets; ``self`` already has them as attributes."""
        props = self.props()
        return {name: props[name] for name in changed if name in props}

    def __repr__(self) -> str:
        label = getattr(self, "label", None)
        return f"gr.{type(self).__name__}({label!r})" if isinstance(label, str) else f"gr.{type(self).__name__}()"


class Container(Block):
    """A block with children: ``with`` it, and what is created inside joins it."""

    def __init__(self, **props: Any) -> None:
        self.children: list[Block] = []
        super().__init__(**props)

    def add(self, child: Block) -> None:
        """Append ``child`` (Gradio's ``BlockContext.add``)."""
        child.parent = self
        self.children.append(child)
        if self.root is not None:
            self.root.register(child)

    def __enter__(self) -> Self:
        self._outer = current_container.get()
        current_container.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None = None, error: BaseException | None = None, at: TracebackType | None = None
    ) -> None:
        current_container.set(self._outer)
