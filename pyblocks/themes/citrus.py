"""``gr.themes.Citrus``: amber, with buttons that stand out of the page."""

from __future__ import annotations

from .base import Base
from .utils import colors, sizes
from .utils.fonts import LocalFont


class Citrus(Base):
    """``gr.themes.Citrus``: amber, with buttons that stand out of the page."""

    name = "citrus"
    defaults = {
        "primary_hue": colors.amber,
        "secondary_hue": colors.amber,
        "neutral_hue": colors.stone,
        "spacing_size": sizes.spacing_lg,
        "font": (
            LocalFont("Ubuntu", (400,)),
            "ui-sans-serif",
            "system-ui",
            "sans-serif",
        ),
        "font_mono": (
            LocalFont("Roboto Mono"),
            "ui-monospace",
            "Consolas",
            "monospace",
        ),
    }
    variables = {
        "background_fill_primary": "*neutral_50",
        "block_background_fill": "*neutral_100",
        "block_border_color": "*neutral_300",
        "block_label_shadow": "none",
        "block_shadow": ("0px 3px 0px 0px *neutral_300;", "0px 3px 0px 0px *neutral_700;"),
        "panel_border_width": "1px",
        "checkbox_background_color": (None, "*neutral_400"),
        "checkbox_background_color_selected": (None, "*primary_600"),
        "checkbox_label_background_fill": ("*neutral_200", "*neutral_700"),
        "checkbox_label_background_fill_hover": ("*checkbox_label_background_fill", "*checkbox_label_background_fill"),
        "checkbox_label_background_fill_selected": ("*primary_400", "*primary_500"),
        "checkbox_label_border_color_selected": ("*primary_300", "*primary_600"),
        "checkbox_label_border_width": ("2px", "2px"),
        "checkbox_shadow": "none",
        "checkbox_label_text_color_selected": (None, "*button_primary_text_color"),
        "input_background_fill": ("*neutral_50", "*neutral_900"),
        "input_background_fill_focus": ("*primary_50", "none"),
        "input_border_width": "1px",
        "input_shadow": ("0px -1px 0px 0px *neutral_300;", "0px -1px 0px 0px *neutral_700;"),
        "input_shadow_focus": ("0px -1px 0px 0px *primary_300;", "0px -1px 0px 0px *primary_600;"),
        "slider_color": ("*primary_400", "*primary_500"),
        "button_border_width": "0px",
        "button_cancel_background_fill": ("#ef4444", "#b91c1c"),
        "button_cancel_background_fill_hover": ("#dc2626", "#991b1b"),
        "button_cancel_text_color": ("white", "white"),
        "button_cancel_text_color_hover": "white",
        "button_cancel_shadow": ("0px 3px 0px 0px rgb(248 113 113)", "0px 3px 0px 0px rgb(220 38 38)"),
        "button_cancel_shadow_hover": ("0px 5px 0px 0px rgb(248 113 113)", "0px 5px 0px 0px rgb(220 38 38)"),
        "button_cancel_shadow_active": ("0px 2px 0px 0px rgb(248 113 113)", "0px 2px 0px 0px rgb(220 38 38)"),
        "button_transform_hover": "translateY(-2px);",
        "button_transform_active": "translateY(1px);",
        "button_transition": "all 0.1s;",
        "button_primary_background_fill_hover": ("*button_primary_background_fill", "*button_primary_background_fill"),
        "button_primary_text_color": ("*button_secondary_text_color", "*button_secondary_text_color"),
        "button_primary_shadow": ("0px 3px 0px 0px *primary_400;", "0px 3px 0px 0px *primary_700;"),
        "button_primary_shadow_hover": ("0px 5px 0px 0px *primary_400;", "0px 5px 0px 0px *primary_700;"),
        "button_primary_shadow_active": ("0px 2px 0px 0px *primary_400;", "0px 2px 0px 0px *primary_700;"),
        "button_secondary_background_fill": ("*primary_400", "*primary_500"),
        "button_secondary_background_fill_hover": (
            "*button_secondary_background_fill",
            "*button_secondary_background_fill",
        ),
        "button_secondary_text_color": (None, "*neutral_900"),
        "button_secondary_shadow": ("0px 3px 0px 0px *primary_300;", "0px 3px 0px 0px *primary_600;"),
        "button_secondary_shadow_hover": ("0px 5px 0px 0px *primary_300;", "0px 5px 0px 0px *primary_600;"),
        "button_secondary_shadow_active": ("0px 2px 0px 0px *primary_300;", "0px 2px 0px 0px *primary_600;"),
    }
