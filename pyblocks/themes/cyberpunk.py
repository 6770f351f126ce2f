"""``gr.themes.Cyberpunk``: neon on black."""

from __future__ import annotations

from .base import Base
from .utils import colors, sizes
from .utils.fonts import LocalFont


class Cyberpunk(Base):
    """``gr.themes.Cyberpunk``: neon on black."""

    name = "cyberpunk"
    defaults = {
        "primary_hue": colors.fuchsia,
        "secondary_hue": colors.cyan,
        "neutral_hue": colors.slate,
        "radius_size": sizes.radius_sm,
        "font": (
            LocalFont("Chakra Petch"),
            "ui-sans-serif",
            "system-ui",
            "sans-serif",
        ),
        "font_mono": (
            LocalFont("Share Tech Mono", (400,)),
            "ui-monospace",
            "Consolas",
            "monospace",
        ),
    }
    variables = {
        "body_background_fill": ("*neutral_100", "#0a0416"),
        "body_text_color": (None, "*neutral_300"),
        "color_accent": "*secondary_500",
        "color_accent_soft": ("*secondary_50", "#164e6360"),
        "background_fill_primary": ("*neutral_50", "#110b22"),
        "background_fill_secondary": ("*neutral_200", "#1a1030"),
        "body_text_color_subdued": "*neutral_500",
        "shadow_drop": "none",
        "shadow_drop_lg": "none",
        "shadow_spread": "0px",
        "block_background_fill": ("white", "#110b22"),
        "block_border_color": ("*neutral_300", "#5b21b660"),
        "block_border_width": "2px",
        "block_label_background_fill": ("*primary_100", "#701a7580"),
        "block_label_text_color": ("*primary_700", "*primary_300"),
        "block_label_radius": "0",
        "block_label_text_weight": "700",
        "block_shadow": (None, "none"),
        "block_title_background_fill": ("*primary_100", "#701a7580"),
        "block_title_text_color": ("*primary_700", "*primary_300"),
        "block_title_padding": "*spacing_sm *spacing_lg",
        "block_title_radius": "0",
        "block_title_text_weight": "700",
        "panel_border_color": ("*neutral_300", "#5b21b660"),
        "panel_border_width": "2px",
        "checkbox_background_color_selected": ("*primary_500", "*primary_500"),
        "checkbox_border_color": ("*neutral_400", "#7c3aed60"),
        "checkbox_border_color_selected": ("*primary_600", "*primary_500"),
        "checkbox_border_width": "2px",
        "checkbox_label_background_fill": ("white", "#1a1030"),
        "checkbox_label_background_fill_hover": ("*primary_50", "#241540"),
        "checkbox_label_background_fill_selected": ("*primary_600", "*primary_800"),
        "checkbox_label_border_color": ("*neutral_300", "#6d28d950"),
        "checkbox_label_border_color_selected": ("*primary_600", "*primary_600"),
        "checkbox_label_border_width": "2px",
        "checkbox_shadow": "none",
        "checkbox_label_text_color_selected": ("white", "*primary_200"),
        "input_background_fill": ("white", "#1a1030"),
        "input_background_fill_focus": ("white", "#1e1238"),
        "input_border_color": ("*neutral_300", "#6d28d950"),
        "input_border_color_focus": ("*primary_500", "*primary_500"),
        "input_border_width": "2px",
        "input_shadow_focus": ("0 0 0 2px #f0abfc", "0 0 0 2px #d946ef80, 0 0 16px -2px #c026d330"),
        "loader_color": ("*secondary_500", "*secondary_400"),
        "slider_color": ("*secondary_500", "*secondary_400"),
        "table_border_color": (None, "#5b21b660"),
        "table_even_background_fill": ("*neutral_50", "#1a1030"),
        "table_odd_background_fill": ("white", "#110b22"),
        "table_row_focus": ("*primary_50", "#241540"),
        "button_border_width": "2px",
        "button_cancel_background_fill": ("white", "#1a1030"),
        "button_cancel_background_fill_hover": ("#fef2f2", "#7f1d1d40"),
        "button_cancel_border_color": ("#fca5a5", "#b91c1c60"),
        "button_cancel_text_color": ("#dc2626", "#f87171"),
        "button_transition": "all 0.1s ease",
        "button_primary_background_fill_hover": (None, "*primary_500"),
        "button_primary_border_color": ("*primary_600", "*primary_500"),
        "button_primary_shadow": (None, "0 0 12px -2px #d946ef50"),
        "button_primary_shadow_hover": ("none", "0 0 20px -2px #d946ef60"),
        "button_primary_shadow_active": ("none", "none"),
        "button_secondary_background_fill": ("white", "#1a1030"),
        "button_secondary_background_fill_hover": ("*neutral_100", "#241540"),
        "button_secondary_border_color": ("*neutral_300", "#6d28d950"),
        "button_secondary_text_color": ("*neutral_700", "*neutral_300"),
        "button_secondary_shadow": "none",
    }
