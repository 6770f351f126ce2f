"""Which version this is, and whose interface it has."""

from __future__ import annotations

#: PyBlocks' own version; pyproject.toml has the same.
PYBLOCKS_VERSION = "0.1.0"

#: The version of Gradio whose names these are; apps read it as ``gr.__version__``.
GRADIO_VERSION = "6.31.0"
