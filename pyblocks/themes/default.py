"""``gr.themes.Default``: orange and zinc. A page without a theme has PyBlocks' own rendering of it."""

from __future__ import annotations

from .base import Base
from .utils import colors
from .utils.fonts import LocalFont


class Default(Base):
    """``gr.themes.Default``: orange and zinc. A page without a theme has PyBlocks' own rendering of it."""

    name = "default"
    defaults = {
        "primary_hue": colors.orange,
        "font": (
            LocalFont("Source Sans Pro"),
            "ui-sans-serif",
            "system-ui",
            "sans-serif",
        ),
    }
    variables = {
        "border_color_accent_subdued": "*primary_200",
        "checkbox_label_background_fill": ("*background_fill_primary", "*neutral_800"),
        "checkbox_label_background_fill_hover": ("*background_fill_secondary", "*checkbox_label_background_fill"),
        "error_background_fill": (None, "*neutral_900"),
        "input_background_fill": ("white", "*neutral_800"),
        "input_border_width": "1px",
        "input_shadow_focus": (
            "0 0 0 *shadow_spread *secondary_50, *shadow_inset",
            "0 0 0 *shadow_spread *neutral_700, *shadow_inset",
        ),
        "stat_background_fill": (
            "linear-gradient(to right, *primary_400, *primary_200)",
            "linear-gradient(to right, *primary_400, *primary_600)",
        ),
        "button_border_width": "0px",
        "button_cancel_background_fill": ("#ef4444", "#b91c1c"),
        "button_cancel_background_fill_hover": ("#dc2626", "#991b1b"),
        "button_cancel_text_color": ("white", "white"),
        "button_cancel_text_color_hover": "white",
    }
