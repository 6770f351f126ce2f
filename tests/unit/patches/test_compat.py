from __future__ import annotations

import subprocess
import sys
import textwrap

PRELUDE = "from pyblocks.patches import compat; compat.install(); compat.install()\n"


def run(code: str) -> str:
    """Run in a fresh interpreter, where nothing called gradio is imported yet."""
    script = PRELUDE + textwrap.dedent(code)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


def test_import_gradio_gives_pyblocks_and_the_same_classes_everywhere() -> None:
    out = run(
        """
        import gradio as gr, pyblocks
        import gradio.components
        from gradio.blocks import Blocks
        from gradio.components.textbox import Textbox
        from gradio.exceptions import Error
        from gradio.components import Dataset, get_component_instance
        from gradio.flagging import CSVLogger, FlaggingCallback
        from gradio.helpers import Examples, update
        from gradio.interface import Interface
        assert (Dataset, Examples, Interface) == (gr.Dataset, gr.Examples, gr.Interface)
        print(gr is not None, gr.Textbox is Textbox is pyblocks.Textbox, Blocks is gr.Blocks, Error is gr.Error)
        print(gradio.components.__spec__.name, pyblocks.__name__)
        """
    )
    assert out == "True True True True\npyblocks.components pyblocks"


def test_a_submodule_that_is_not_there_is_missing_under_gradios_name() -> None:
    out = run(
        """
        try:
            import gradio.no_such_module
        except ModuleNotFoundError as error:
            print(error)
        """
    )
    assert out == "No module named 'gradio.no_such_module'"
