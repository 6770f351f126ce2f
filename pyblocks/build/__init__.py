"""The tool behind ``build.py``: from an app to a static site or one HTML file. It never runs in the page."""
