"""``import gradio`` gives PyBlocks, submodules included, so that apps written for Gradio run unmodified."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

#: Modules of Gradio's whose contents have another name here.
_MODULES = {"gradio.exceptions": "pyblocks.errors"}


def _counterpart(name: str) -> str:
    return _MODULES.get(name, "pyblocks" + name.removeprefix("gradio"))


class _GradioLoader(Loader):
    """Gives PyBlocks' own module, not a second copy of it: its classes stay the same classes."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = import_module(_counterpart(spec.name))
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec


class _GradioFinder(MetaPathFinder):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != "gradio" and not name.startswith("gradio."):
            return None
        try:
            module = import_module(_counterpart(name))
        except ModuleNotFoundError as error:
            if error.name != _counterpart(name):
                raise
            return None
        return ModuleSpec(name, _GradioLoader(), is_package=hasattr(module, "__path__"))


def install() -> None:
    """Make ``import gradio`` give PyBlocks from here on; calling it again changes nothing."""
    if not any(isinstance(finder, _GradioFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _GradioFinder())
