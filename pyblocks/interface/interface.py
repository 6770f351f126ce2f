"""``gr.Interface``: an app around one function."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, Literal

from ..app.blocks import Blocks
from ..components.button import Button
from ..components.deeplinkbutton import DeepLinkButton
from ..components.markdown import Markdown
from ..components.state import State
from ..layouts import Accordion
from ..tree.spellings import INTERFACE
from .examples import Examples
from .flagging import CSVLogger, FlaggingCallback
from .listening import listen_to_parts
from .parts import build_parts
from .plan import ComponentsArgument, Plan, components_of, flagging_mode_of, flagging_options_of


class Interface(Blocks):
    """An app around one function: its inputs on the left, its outputs on the right (Gradio's ``Interface``).

    Parameters:
        fn: the function; called with the values of the inputs, it returns one for each output.
        inputs: components, or names such as ``"textbox"``. None for a function without arguments.
        outputs: likewise. None for a function without results; the inputs themselves for one that changes them.
        examples, cache_examples, cache_mode, examples_per_page, example_labels: as in
            :class:`~pyblocks.interface.examples.Examples`.
        preload_example: which example is there when the page opens, with eager caching; False for none.
        live: whether ``fn`` runs whenever an input changes, without a button.
        title: the heading, and the page's title.
        description, article: Markdown above and below.
        flagging_mode: ``manual``, buttons with which visitors flag results; ``auto``, each result is; ``never``.
        flagging_options: what they flag them as: a name each, or ``(text of the button, name)``.
        flagging_dir: the folder for flagged samples, in the page's own file system: it is gone with the page. What is
            in it can be downloaded in the page's settings, since there is no server to collect it.
        flagging_callback: what keeps the samples; a :class:`~pyblocks.interface.flagging.CSVLogger` if None.
        additional_inputs: inputs after ``inputs``, in an accordion below them.
        additional_inputs_accordion: that accordion, or its label.
        submit_btn, stop_btn, clear_btn: the buttons, or their texts. ``stop`` is there while a generator runs.
        deep_link: a button for a link to the page as it is filled in; True, its text or the button.
        show_progress, concurrency_limit, batch, max_batch_size, time_limit, stream_every, validator: as for a listener.
        fill_width, delete_cache: see :class:`~pyblocks.app.blocks.Blocks`.
        analytics_enabled, allow_duplication, api_visibility, api_name, api_description, _api_mode: accepted; nothing
            is ever sent anywhere, and there is no API without a server.
        kwargs: see :class:`~pyblocks.app.blocks.Blocks`.

    Raises:
        TypeError, ValueError: an argument is not what it has to be.
    """

    block_name = "blocks"
    older_spellings = INTERFACE

    def __init__(
        self,
        fn: Callable[..., Any],
        inputs: ComponentsArgument,
        outputs: ComponentsArgument,
        examples: list[Any] | list[list[Any]] | str | None = None,
        *,
        cache_examples: bool | None = None,
        cache_mode: Literal["eager", "lazy"] | None = None,
        examples_per_page: int = 10,
        example_labels: list[str] | None = None,
        preload_example: int | Literal[False] = 0,
        live: bool = False,
        title: str | None = None,
        description: str | None = None,
        article: str | None = None,
        flagging_mode: Literal["never", "auto", "manual"] | None = None,
        flagging_options: list[str] | list[tuple[str, str]] | None = None,
        flagging_dir: str = ".gradio/flagged",
        flagging_callback: FlaggingCallback | None = None,
        analytics_enabled: bool | None = None,
        batch: bool = False,
        max_batch_size: int = 4,
        api_visibility: Literal["public", "private", "undocumented"] = "public",
        api_name: str | None = None,
        api_description: str | Literal[False] | None = None,
        _api_mode: bool = False,
        allow_duplication: bool = False,
        concurrency_limit: int | Literal["default"] | None = "default",
        additional_inputs: ComponentsArgument = None,
        additional_inputs_accordion: str | Accordion | None = None,
        submit_btn: str | Button = "Submit",
        stop_btn: str | Button = "Stop",
        clear_btn: str | Button | None = "Clear",
        delete_cache: tuple[int, int] | None = None,
        show_progress: Literal["full", "minimal", "hidden"] = "full",
        fill_width: bool = False,
        time_limit: int | None = 30,
        stream_every: float = 0.5,
        deep_link: str | DeepLinkButton | bool | None = None,
        validator: Callable[..., Any] | None = None,
        **kwargs: Any,
    ) -> None:
        if not callable(fn):
            raise TypeError(f"gr.Interface(fn=...) takes a function, not {type(fn).__name__}.")
        if inputs in (None, []) and outputs in (None, []):
            raise ValueError("gr.Interface needs inputs or outputs: with neither, there is nothing to show.")
        super().__init__(
            analytics_enabled=analytics_enabled,
            mode="interface",
            title=title or "Gradio",
            fill_width=fill_width,
            delete_cache=delete_cache,
            **kwargs,
        )
        plan = Plan(
            fn=fn,
            live=live,
            main_inputs=components_of(inputs),
            additional_inputs=components_of(additional_inputs),
            outputs=components_of(outputs),
            flagging_mode=flagging_mode_of(flagging_mode),
            flagging_options=flagging_options_of(flagging_options),
            flagging_dir=flagging_dir,
            flagging_callback=flagging_callback or CSVLogger(),
        )
        self.fn, self.live = fn, live
        self.main_input_components, self.additional_input_components = plan.main_inputs, plan.additional_inputs
        self.input_components, self.output_components = plan.inputs, plan.outputs
        self.flagging_mode, self.flagging_options = plan.flagging_mode, plan.flagging_options
        self.flagging_dir, self.flagging_callback = plan.flagging_dir, plan.flagging_callback
        self.examples_handler: Examples | None = None
        listening = {
            "batch": batch,
            "max_batch_size": max_batch_size,
            "concurrency_limit": concurrency_limit,
            "show_progress": show_progress,
            "validator": validator,
            "api_name": api_name,
            "api_description": api_description,
            "api_visibility": api_visibility,
        }
        streaming = {"time_limit": time_limit, "stream_every": stream_every}
        with self:
            self._show_text(f"<h1 style='text-align: center'>{title}</h1>" if title else None)
            self._show_text(description)
            parts = build_parts(plan, submit_btn, stop_btn, clear_btn, additional_inputs_accordion, deep_link)
            listen_to_parts(self, plan, parts, listening, streaming)
            if examples:
                options = {
                    "cache_examples": self._may_cache(cache_examples),
                    "cache_mode": cache_mode,
                    "examples_per_page": examples_per_page,
                    "example_labels": example_labels,
                    "preload": preload_example,
                    "batch": batch,
                }
                self.examples_handler = self._make_examples(examples, options)
            self._show_text(article)

    @classmethod
    def prop_names(cls) -> tuple[str, ...]:
        """Those of a Blocks: what an Interface is made of, the page sees as components."""
        return Blocks.prop_names()

    def _show_text(self, text: str | None) -> None:
        if text:
            Markdown(text)

    def _may_cache(self, wish: bool | None) -> bool | None:
        """Results that depend on a State are not those of the example alone."""
        if not any(isinstance(each, State) for each in self.input_components):
            return wish
        if wish:
            warnings.warn("gr.Interface: with a State, examples are not cached.", stacklevel=3)
        return False

    def _without_states(self, examples: Any) -> Any:
        """A row may have a value for the State too, which keeps its own."""
        states = [n for n, each in enumerate(self.input_components) if isinstance(each, State)]
        if not states or not isinstance(examples, (list, tuple)):
            return examples
        return [
            [value for n, value in enumerate(row) if n not in states]
            if isinstance(row, (list, tuple)) and len(row) == len(self.input_components)
            else row
            for row in examples
        ]

    def _make_examples(self, examples: Any, options: dict[str, Any]) -> Examples:
        """Below the app; what fills in the additional inputs is not shown."""
        inputs = [each for each in self.input_components if not isinstance(each, State)]
        shown = [each for each in self.main_input_components if not isinstance(each, State)]
        return Examples(
            self._without_states(examples),
            inputs,
            [each for each in self.output_components if not isinstance(each, State)],
            self.fn,
            visible_columns=list(range(len(shown))),
            **options,
        )
