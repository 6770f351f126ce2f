"""``gr.themes.Monochrome``: black on white with square corners, like print."""

from __future__ import annotations

from .base import Base
from .utils import colors, sizes
from .utils.fonts import LocalFont


class Monochrome(Base):
    """``gr.themes.Monochrome``: black on white with square corners, like print."""

    name = "monochrome"
    defaults = {
        "primary_hue": colors.neutral,
        "secondary_hue": colors.neutral,
        "neutral_hue": colors.neutral,
        "spacing_size": sizes.spacing_lg,
        "radius_size": sizes.radius_none,
        "font": (
            LocalFont("Lora"),
            "ui-sans-serif",
            "system-ui",
            "sans-serif",
        ),
    }
    variables = {
        "body_text_color": "*neutral_900",
        "background_fill_primary": (None, "*neutral_900"),
        "background_fill_secondary": (None, "*neutral_800"),
        "body_text_color_subdued": "*neutral_700",
        "shadow_drop_lg": "0 1px 4px 0 rgb(0 0 0 / 0.1)",
        "block_label_text_color": "*body_text_color",
        "block_label_text_size": "*text_md",
        "block_label_text_weight": "600",
        "block_shadow": (None, "*shadow_drop_lg"),
        "block_title_text_color": "*body_text_color",
        "block_title_text_weight": "600",
        "checkbox_background_color": "*input_background_fill",
        "checkbox_label_background_fill_selected": "*button_primary_background_fill",
        "checkbox_label_border_color": "*checkbox_background_color",
        "checkbox_label_border_color_hover": "*button_secondary_border_color_hover",
        "checkbox_label_border_color_selected": "*button_primary_border_color",
        "checkbox_label_border_width": "*button_border_width",
        "checkbox_label_padding": "*spacing_sm",
        "checkbox_label_text_color_selected": "*button_primary_text_color",
        "slider_color": ("*neutral_900", "*neutral_500"),
        "button_border_width": "2px",
        "button_cancel_border_color": "*neutral_900",
        "button_large_padding": "*spacing_lg",
        "button_primary_background_fill": ("*neutral_900", "*neutral_600"),
        "button_primary_background_fill_hover": ("*neutral_700", "*neutral_600"),
        "button_primary_border_color": "*neutral_900",
        "button_secondary_background_fill": ("white", "*neutral_700"),
        "button_secondary_background_fill_hover": "white",
        "button_secondary_border_color": "*neutral_900",
        "button_secondary_border_color_hover": "*neutral_400",
        "button_secondary_text_color": "*neutral_900",
        "button_secondary_text_color_hover": "*neutral_400",
        "button_small_padding": "*spacing_sm",
    }
