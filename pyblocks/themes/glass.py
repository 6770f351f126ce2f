"""``gr.themes.Glass``: blue and slate, with gradients like glass."""

from __future__ import annotations

from .base import Base
from .utils import colors, sizes


class Glass(Base):
    """``gr.themes.Glass``: blue and slate, with gradients like glass."""

    name = "glass"
    defaults = {
        "secondary_hue": colors.slate,
        "neutral_hue": colors.slate,
        "spacing_size": sizes.spacing_sm,
        "radius_size": sizes.radius_sm,
        "text_size": sizes.text_sm,
        "font": (
            "Optima",
            "Candara",
            "Noto Sans",
            "source-sans-pro",
            "sans-serif",
        ),
    }
    variables = {
        "body_background_fill": (None, "*secondary_800"),
        "background_fill_primary": (None, "*neutral_700"),
        "background_fill_secondary": ("*secondary_100", "*secondary_800"),
        "border_color_primary": (None, "*secondary_600"),
        "shadow_inset": "rgba(0,0,0,0.05) 0px 1px 2px 0px inset",
        "block_background_fill": ("*secondary_50", "*secondary_800"),
        "block_border_color": (None, "*secondary_600"),
        "block_border_width": ("0px", "1px"),
        "block_label_background_fill": ("*secondary_200", "*secondary_700"),
        "block_label_border_color": (None, "*secondary_600"),
        "block_label_text_color": "*secondary_500",
        "block_label_text_size": "*text_md",
        "block_label_text_weight": "600",
        "block_title_text_color": "*secondary_500",
        "block_title_text_weight": "600",
        "panel_border_width": "1px",
        "checkbox_background_color": (None, "*secondary_400"),
        "checkbox_border_width": ("0px", "0px"),
        "checkbox_label_border_color": (None, "*secondary_700"),
        "checkbox_label_border_width": ("1px", "1px"),
        "input_background_fill": ("linear-gradient(0deg, *secondary_100 0%, white 100%)", "*secondary_600"),
        "input_border_color": (None, "*secondary_600"),
        "input_border_color_focus": (None, "*secondary_500"),
        "input_border_width": "1px",
        "table_even_background_fill": (None, "*neutral_700"),
        "table_odd_background_fill": (None, "*neutral_700"),
        "button_border_width": "1px",
        "button_primary_background_fill": (
            "linear-gradient(180deg, *primary_100 0%, *primary_200 30%)",
            "linear-gradient(180deg, *primary_500 0%, *primary_600 30%)",
        ),
        "button_primary_background_fill_hover": (
            "linear-gradient(180deg, *primary_100 0%, *primary_200 30%)",
            "linear-gradient(180deg, *primary_500 0%, *primary_600 30%)",
        ),
        "button_primary_border_color": "*primary_200",
        "button_primary_border_color_hover": "*button_primary_border_color",
        "button_primary_text_color": "*body_text_color",
        "button_primary_shadow_active": "*shadow_inset",
        "button_secondary_background_fill": (
            "linear-gradient(180deg, *secondary_100 0%, *secondary_200 30%)",
            "linear-gradient(180deg, *secondary_500 0%, *secondary_600 30%)",
        ),
        "button_secondary_background_fill_hover": (
            "linear-gradient(180deg, *secondary_100 0%, *secondary_200 30%)",
            "linear-gradient(180deg, *secondary_500 0%, *secondary_600 30%)",
        ),
        "button_secondary_shadow_active": "*shadow_inset",
    }
