"""From an event to an update: the runs of listeners. May import ``session``, ``patches`` and below."""
