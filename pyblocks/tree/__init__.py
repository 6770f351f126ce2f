"""What an app is built of: blocks, containers, roots, events. May import ``wire``."""
