"""Every message between Python and the page. The twin of ``web/src/protocol.ts``; a test holds them equal.

Messages cross as JSON text. Each has a ``type``; those to Python say what the visitor did, those to the page say what
to show.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

Json = Any


# To Python


class EventMessage(TypedDict):
    """The visitor did something: ``event`` of block ``target``.

    ``edit`` holds the props that the visitor changed by it (``{"value": "abc"}``); ``data`` what ``gr.EventData`` is
    made of, such as ``index`` and ``value`` of a selection. ``replayed`` if it happened before Python was up; then a
    ``ready`` follows when its listeners have given their first results.
    """

    type: Literal["event"]
    target: int
    event: str
    edit: NotRequired[dict[str, Json]]
    data: NotRequired[Json]
    replayed: NotRequired[bool]


class LoadMessage(TypedDict):
    """A page of the app is on screen, the main one or the one with the id ``page``: run its ``load`` listeners."""

    type: Literal["load"]
    page: NotRequired[int]


class UnloadMessage(TypedDict):
    """The visitor is leaving the page: run the ``unload`` listeners."""

    type: Literal["unload"]


class CallMessage(TypedDict):
    """A script of ``target`` calls one of its ``server_functions``; a ``result`` with the same ``call`` follows."""

    type: Literal["call"]
    target: int
    call: int
    function: str
    args: list[Json]


class StorageMessage(TypedDict):
    """What the browser stores under ``key`` was changed by another tab, or by the visitor: read it again."""

    type: Literal["storage"]
    by: Literal["tab", "visitor"]
    key: str


class ScriptResultMessage(TypedDict):
    """What a ``script`` gave: its ``value`` (none where it returned nothing), or what went wrong in it."""

    type: Literal["script_result"]
    call: int
    value: NotRequired[Json]
    error: str | None


# To the page


class ComponentConfig(TypedDict):
    """One block: the ``id`` that messages name it by, the stem of its Svelte file, its props."""

    id: int
    type: str
    props: dict[str, Json]


class LayoutConfig(TypedDict):
    """A place in the tree."""

    id: int
    children: NotRequired[list[LayoutConfig]]


class DependencyConfig(TypedDict):
    """What the page must know of a listener: what starts it, and which blocks show that it is pending."""

    id: int
    targets: list[tuple[int, str]]
    inputs: list[int]
    outputs: list[int]
    show_progress: Literal["full", "minimal", "hidden"]
    show_progress_on: list[int]
    scroll_to_output: bool


class PageConfig(TypedDict):
    """A page of an app besides its main one: its address, what links call it, its tree, the id of its Navbar."""

    path: str
    name: str
    show_in_navbar: bool
    layout: LayoutConfig
    navbar: int | None


class FooterLink(TypedDict):
    """A link below the app; without a ``url``, what ``label`` says: ``gradio`` (what runs the app) or ``settings``."""

    label: str
    url: NotRequired[str]


class Config(TypedDict):
    """A whole app, ready to render (Gradio's config).

    ``theme`` and ``css`` are style sheets, ``layout`` and ``navbar`` are the main page's, ``storage_keys`` is what the
    app keeps values under in the browser, ``translations`` its texts by language and key.
    """

    version: str
    title: str
    mode: str
    theme: str
    css: str
    head: str
    js: str
    fill_height: bool
    fill_width: bool
    components: list[ComponentConfig]
    layout: LayoutConfig
    pages: list[PageConfig]
    navbar: int | None
    dependencies: list[DependencyConfig]
    storage_keys: list[str]
    footer_links: list[FooterLink]
    translations: dict[str, dict[str, str]]


class ConfigMessage(TypedDict):
    """Show this app."""

    type: Literal["config"]
    config: Config


class ValueEdit(TypedDict):
    """A part of block ``id``'s value that changed: what is at ``path``, keys and indices from the value inwards.

    ``append`` adds text to the text there, or items to the list; ``set`` puts ``value`` there.
    """

    id: int
    path: list[str | int]
    edit: Literal["append", "set"]
    value: Json


class UpdateMessage(TypedDict):
    """New props for blocks, each ``[id, props]``; and values that grow, by ``edits`` in order."""

    type: Literal["update"]
    patches: list[tuple[int, dict[str, Json]]]
    edits: NotRequired[list[ValueEdit]]


class RenderMessage(TypedDict):
    """A ``gr.render`` function has made what is below ``layout`` anew.

    ``components`` are the blocks there: new ones, and of those that the page has the props to set. What is in the page
    below ``layout`` and not in it any more goes. ``dependencies`` are the new listeners, ``removed`` those of which
    nothing will be heard any more, ``storage_keys`` all that the app has now.
    """

    type: Literal["render"]
    components: list[ComponentConfig]
    layout: LayoutConfig
    dependencies: list[DependencyConfig]
    removed: list[int]
    storage_keys: list[str]


class StatusMessage(TypedDict):
    """A listener's run got to this stage. ``pending``: started or waiting; ``generating``: gave a first result.

    ``queue`` is for one that waits: its place in the queue, from 1, and how many wait there.
    """

    type: Literal["status"]
    dependency: int
    stage: Literal["pending", "generating", "complete", "error"]
    queue: NotRequired[tuple[int, int]]


class ProgressStep(TypedDict):
    """How far one thing is: ``index`` of ``length`` in ``unit``, or ``progress`` from 0 to 1; None is not known."""

    index: float | None
    length: float | None
    unit: str
    progress: float | None
    desc: str | None


class ProgressMessage(TypedDict):
    """How far a listener's run is, which is pending then; of nested steps the outermost comes first."""

    type: Literal["progress"]
    dependency: int
    steps: list[ProgressStep]


class ToastMessage(TypedDict):
    """Tell the visitor. ``duration`` in seconds, None until dismissed; ``details`` is a traceback."""

    type: Literal["toast"]
    level: Literal["error", "warning", "info", "success"]
    title: str
    message: str
    duration: float | None
    details: NotRequired[str]


class ResultMessage(TypedDict):
    """What a called function returned, or what it raised."""

    type: Literal["result"]
    call: int
    value: Json
    error: str | None


class FileMessage(TypedDict):
    """A text file that the app wrote for the visitor to take away, as it is now."""

    type: Literal["file"]
    path: str
    text: str


class ScriptMessage(TypedDict):
    """Call the JavaScript function ``source``, a listener's ``js``; a ``script_result`` follows."""

    type: Literal["script"]
    call: int
    source: str
    args: list[Json]


class ValidationMessage(TypedDict):
    """What a validator says of blocks, each ``[id, message]``; None for one that is valid."""

    type: Literal["validation"]
    errors: list[tuple[int, str | None]]


class ReadyMessage(TypedDict):
    """All listeners of ``load``, or of a replayed event, have given their first result."""

    type: Literal["ready"]


class FailureMessage(TypedDict):
    """The app can't be shown: what is wrong, where in it, and the traceback."""

    type: Literal["failure"]
    message: str
    details: str


ToPython = EventMessage | LoadMessage | UnloadMessage | CallMessage | StorageMessage | ScriptResultMessage
ToPage = (
    ConfigMessage
    | UpdateMessage
    | RenderMessage
    | StatusMessage
    | ProgressMessage
    | ToastMessage
    | ResultMessage
    | FileMessage
    | ScriptMessage
    | ValidationMessage
    | ReadyMessage
    | FailureMessage
)
