"""What themes are made of: colours, sizes, fonts."""

from . import colors, fonts, sizes

__all__ = ["colors", "fonts", "sizes"]
