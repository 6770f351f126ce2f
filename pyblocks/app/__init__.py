"""A whole app: its listeners, renderings, updates, options. May import blocks and below."""
