"""Changes to other people's modules, so that they work in a page. May import ``handler`` and below."""
