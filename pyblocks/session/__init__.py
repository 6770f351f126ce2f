"""One page view: the values and live props of an app. May import ``app`` and below."""
