"""The tree of an app: blocks, containers that hold blocks, and roots that know all that is below them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import wraps
from itertools import takewhile
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar

from .checks import Refused
from .signature import Writing, parameters
from .spellings import Change, accepts_older_spellings

if TYPE_CHECKING:
    from typing import Self

#: The container that a block created now becomes a child of; None outside every ``with``.
current_container: ContextVar[Container | None] = ContextVar("current_container", default=None)

Key = int | str | tuple[int | str, ...] | None

#: Arguments that only Python needs; every other argument of a block is a prop of the page's component.
PYTHON_ONLY = frozenset({"every", "inputs", "render", "key", "preserved_by_key", "randomize", "server_functions"})


class Source:
    """What can be listened to: a block for its events, a listener for the end of its runs."""

    #: Whom it belongs to; None for a block that is in no app yet.
    root: Root | None


class Block(Source):
    """Anything that has a place in the tree: a component or a layout.

    A block joins the container it is created in, unless ``render=False``; :meth:`render` adds it later. Its ``_id`` is
    given by the root it is in, in order of joining, so the same app always has the same ids.

    A class with a ``block_name`` of its own spells in its ``__init__`` every argument that it takes. The arguments are
    attributes and props of the page's component of the same names: :meth:`normalise` says once how an argument is
    kept, :meth:`prop` how the page has it, and both hold for the constructor and for updates. An app may subclass
    such a class with an ``__init__`` of any shape.
    """

    #: The component's type in the config and the stem of its Svelte file.
    block_name: ClassVar[str] = "block"
    #: The layout that holds this block; where its container is another, neighbours are wrapped in one (see config.py).
    expected_parent: ClassVar[str | None] = None
    #: Whether neighbours on both sides of it are no neighbours of each other.
    breaks_grouping: ClassVar[bool] = True
    #: Gradio 5's spellings that it takes too: older argument → what that turns into.
    older_spellings: ClassVar[Mapping[str, Change]] = {}
    #: The props that a visitor changes by using the block in the page.
    edited_props: ClassVar[frozenset[str]] = frozenset()
    #: What an argument may be, where that is a few words.
    allowed_values: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    _id: int = -1
    #: The arguments that the app's own call wrote, for a block that is returned as an update.
    passed: dict[str, Any]
    #: The same, while the ``__init__`` of an app's subclass is under way.
    _written: Writing
    visible: bool | str
    elem_id: str | None
    elem_classes: list[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "block_name" in vars(cls):
            init = accepts_older_spellings(cls.older_spellings)(_keeps_passed(cls.__init__))
            cls.__init__ = init  # type: ignore[method-assign]
        elif "__init__" in vars(cls) and cls.block_name != Block.block_name:
            cls.__init__ = _keeps_written(cls.__init__)  # type: ignore[method-assign]

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
        self.parent: Container | None = None
        self.root = None
        self.key = key
        self.preserved_by_key = as_list(preserved_by_key)
        self._keep({"visible": visible, "elem_id": elem_id, "elem_classes": elem_classes} | props)
        if render:
            container = current_container.get()
            if container is not None:
                container.add(self)

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """The props of the page's component: every argument that is not only Python's business."""
        spelled = next(base for base in cls.__mro__ if "block_name" in vars(base))
        return tuple(name for name in parameters(vars(spelled)["__init__"]) if name not in PYTHON_ONLY)

    @classmethod
    def own_arguments(cls) -> set[str]:
        """What a subclass of the app's takes besides the arguments of the class that it is made from."""
        apps = takewhile(lambda base: "block_name" not in vars(base), cls.__mro__)
        taken = {name for base in apps if "__init__" in vars(base) for name in parameters(vars(base)["__init__"])}
        return taken.difference(cls.prop_names(), PYTHON_ONLY)

    def normalise(self, name: str, value: Any) -> Any:
        """Argument ``name`` as the attribute holds it, given as a caller may write it; normalising twice is harmless.

        Raises:
            TypeError, ValueError: it is not a value that this argument takes.
        """
        allowed = self.allowed_values.get(name)
        if allowed is not None and value not in allowed:
            raise ValueError(f"gr.{type(self).__name__}({name}={value!r}): {name} is one of {', '.join(allowed)}.")
        return as_list(value) if name == "elem_classes" else value

    def prop(self, name: str) -> Any:
        """Attribute ``name`` as the page has it: JSON."""
        return getattr(self, name)

    def event_data(self, data: Any) -> Any:
        """What the page said of an event here, as ``gr.EventData`` has it."""
        return data

    def take_edit(self, name: str, value: Any, before: Any = None) -> Any:
        """What the page says that the visitor has made of prop ``name``, checked and converted.

        Parameters:
            before: what it was.

        Raises:
            Refused: no visitor changes this prop, or it takes no such value.
        """
        if name not in self.edited_props:
            raise Refused(f"{self} has no {name!r} that a visitor can change: it stays as it was.")
        try:
            return self.check_edit(name, value, before)
        except Refused as error:
            raise Refused(f"{self} {error}: it stays as it was.") from error

    def check_edit(self, name: str, value: Any, before: Any) -> Any:
        """:meth:`take_edit`, for one of the props in ``edited_props``.

        Raises:
            Refused: it takes no such value; the message follows the block's name.
        """
        raise NotImplementedError(f"{type(self).__name__} doesn't say what the page may make of {name!r}.")

    def page_props(self) -> dict[str, Any]:
        """All props of the page's component."""
        return {name: self.prop(name) for name in self.prop_names()}

    def set_props(self, changes: dict[str, Any]) -> dict[str, Any]:
        """Set arguments as an update does, and give the props to send to the page.

        Raises:
            TypeError: there is no such argument, or it doesn't take this value.
            ValueError: it doesn't take this value.
        """
        names = self.prop_names()
        unknown = [name for name in changes if name not in names and name not in PYTHON_ONLY]
        if unknown:
            self._keep_own({name: changes[name] for name in unknown})
        props = {name: value for name, value in changes.items() if name in names}
        self._keep(props)
        return {name: self.prop(name) for name in props}

    def _keep_own(self, changes: dict[str, Any]) -> None:
        """Set arguments that are only Python's, of a subclass of the app's."""
        own = self.own_arguments()
        for name, value in changes.items():
            if name not in own:
                raise TypeError(f"{self} has no {name!r} to update; it has: {', '.join(self.prop_names())}.")
            setattr(self, name, value)

    def _keep(self, props: dict[str, Any]) -> None:
        vars(self).update({name: self.normalise(name, value) for name, value in props.items()})

    @property
    def above(self) -> Container | None:
        """What it is inside of."""
        return self.parent

    def get_block_name(self) -> str:
        """Gradio's way to read :attr:`block_name`."""
        return self.block_name

    def render(self) -> Self:
        """Add this block to the container that is open now (Gradio's ``Block.render``).

        Raises:
            ValueError: it is in a tree already, or no container is open.
        """
        container = current_container.get()
        root = None if container is None else container.root
        if self.parent is not None and not (root is not None and root.replaces(self.root)):
            raise ValueError(f"{self} is rendered already: a block has one place. Call unrender() first to move it.")
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

    def held_blocks(self) -> list[Block]:
        """The blocks that go where this one goes."""
        return []

    def joined(self, root: Root) -> None:
        """Called once this block is in the tree under ``root``; for what needs the whole app, such as load events."""

    def __repr__(self) -> str:
        label = getattr(self, "label", None)
        return f"gr.{type(self).__name__}({label!r})" if isinstance(label, str) else f"gr.{type(self).__name__}()"


class Container(Block):
    """A block with children: ``with`` it, and what is created inside joins it."""

    def __init__(self, **props: Any) -> None:
        self.children: list[Block] = []
        super().__init__(**props)

    def held_blocks(self) -> list[Block]:
        """The children."""
        return self.children

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
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        at: TracebackType | None = None,
    ) -> None:
        current_container.set(self._outer)


class Root(Container):
    """A container that gives all blocks below it their ids: an app, or what one run of ``gr.render`` makes.

    Attributes:
        blocks: all that are below it, by id.
        path: tells the roots of one app apart; empty for the app itself.
    """

    path = ""

    def __init__(self, **props: Any) -> None:
        self.blocks: dict[int, Block] = {}
        super().__init__(**props)

    @abstractmethod
    def new_id(self, block: Block) -> int:
        """The id of a block that joins."""

    @abstractmethod
    def listen(self, targets: Any, *, fn: Any, **options: Any) -> Any:
        """Register ``fn`` for the triggers ``targets``."""

    @abstractmethod
    def listen_to_inputs(self, *, fn: Any, inputs: Any, **options: Any) -> Any:
        """Register ``fn`` for a change of any of its inputs and for page load."""

    def register(self, block: Block) -> None:
        """Give ``block`` and all that it holds an id under this root, once it is in the tree."""
        if block.root is not self:
            is_new = block.root is None
            block._id = self.new_id(block)
            block.root = self
            self.blocks[block._id] = block
            if isinstance(block, Root) and block is not self:
                self.adopt(block)
            if is_new:
                block.joined(self)
        for held in block.held_blocks():
            self.register(held)

    def adopt(self, other: Root) -> None:
        """Take over what ``other``, which is rendered inside of this one, holds besides blocks."""

    def replaces(self, other: Root | None) -> bool:
        """Whether a block of ``other`` may be rendered here although it is there."""
        return False


def as_list(value: Any) -> list[Any]:
    """A list of one for text, an empty one for None."""
    return [value] if isinstance(value, str) else list(value or ())


def _keeps_passed(init: Callable[..., None]) -> Callable[..., None]:
    """Let the ``__init__`` that spells a block's arguments note those that the app's own call wrote.

    A base class's, called by it, changes nothing more.
    """

    @wraps(init)
    def noting(self: Block, *args: Any, **kwargs: Any) -> None:
        if "passed" not in vars(self):
            self.passed = _writing(self, init, args, kwargs).arguments
        init(self, *args, **kwargs)

    return noting


def _keeps_written(init: Callable[..., None]) -> Callable[..., None]:
    """Let the ``__init__`` of an app's subclass hand on what was written to the one that it calls."""

    @wraps(init)
    def noting(self: Block, *args: Any, **kwargs: Any) -> None:
        writing = _writing(self, init, args, kwargs)
        is_outermost = "_written" not in vars(self)
        self._written = writing
        init(self, *args, **kwargs)
        if is_outermost:
            del self._written
            kept = self.own_arguments() & writing.arguments.keys() & vars(self).keys() - self.passed.keys()
            self.passed |= {name: getattr(self, name) for name in kept}

    return noting


def _writing(block: Block, init: Callable[..., None], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Writing:
    above: Writing | None = vars(block).get("_written")
    return Writing.of_call(init, args, kwargs) if above is None else above.handed_on(init, args, kwargs)
