#!/usr/bin/env python3
"""Turn a Gradio app into a static site or one HTML file: ``python3 build.py --help`` says how."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  older Pythons get a clear line
    sys.exit("build.py: error: Python 3.11 or newer is needed; this is Python " + sys.version.split()[0])

from pyblocks.build.cli import main

if __name__ == "__main__":
    sys.exit(main())
