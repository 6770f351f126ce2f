"""``import gradio`` gives PyBlocks, submodules included, so that apps written for Gradio run unmodified."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

#: Gradio's modules that apps import from, and where their names are here. What is in none of them isn't Gradio's.
_MODULES = {
    "gradio": "pyblocks",
    "gradio.blocks": "pyblocks.app.blocks",
    "gradio.components": "pyblocks.components",
    "gradio.context": "pyblocks.app.context",
    "gradio.events": "pyblocks.tree.events",
    "gradio.exceptions": "pyblocks.handler.messages",
    "gradio.external": "pyblocks.interface.external",
    "gradio.flagging": "pyblocks.interface.flagging",
    "gradio.helpers": "pyblocks.helpers",
    "gradio.i18n": "pyblocks.app.i18n",
    "gradio.interface": "pyblocks.interface",
    "gradio.layouts": "pyblocks.layouts",
    "gradio.themes": "pyblocks.themes",
}


def _counterpart(name: str) -> str | None:
    """The module that stands for Gradio's ``name``; None where there is none."""
    package, _, rest = name.removeprefix("gradio.").partition(".")
    top = _MODULES.get("gradio" if name == "gradio" else f"gradio.{package}")
    return f"{top}.{rest}" if top and rest else top


class _GradioLoader(Loader):
    """Gives PyBlocks' own module, not a second copy of it: its classes stay the same classes."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = import_module(_counterpart(spec.name) or "")
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec


class _GradioFinder(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        counterpart = _counterpart(name)
        if counterpart is None or name.partition(".")[0] != "gradio":
            return None
        try:
            module = import_module(counterpart)
        except ModuleNotFoundError as error:
            if error.name != counterpart:
                raise
            return None
        return ModuleSpec(name, _GradioLoader(), is_package=hasattr(module, "__path__"))


def install() -> None:
    """Make ``import gradio`` give PyBlocks from here on; calling it again changes nothing."""
    if not any(isinstance(finder, _GradioFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _GradioFinder())
