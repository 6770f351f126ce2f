"""Scales in seven steps, for spacing, corners and text (``gradio.themes.utils.sizes``)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """A scale, from its smallest step to its largest (Gradio's ``gr.themes.Size``).

    Parameters:
        xxs, xs, sm, md, lg, xl, xxl: the steps, each as CSS has lengths.
        name: what it is called.
    """

    xxs: str
    xs: str
    sm: str
    md: str
    lg: str
    xl: str
    xxl: str
    name: str | None = None

    def expand(self) -> list[str]:
        """The steps, smallest first."""
        return list(self.steps().values())

    def steps(self) -> dict[str, str]:
        """The steps by their names."""
        return {field: value for field, value in vars(self).items() if field != "name"}


radius_none = Size("0px", "0px", "0px", "0px", "0px", "0px", "0px", "radius_none")
radius_sm = Size("1px", "1px", "2px", "4px", "6px", "8px", "12px", "radius_sm")
radius_md = Size("1px", "2px", "4px", "6px", "8px", "12px", "22px", "radius_md")
radius_lg = Size("2px", "4px", "6px", "8px", "12px", "16px", "24px", "radius_lg")
radius_xxl = Size("6px", "8px", "10px", "20px", "24px", "28px", "32px", "radius_xxl")
spacing_sm = Size("1px", "1px", "2px", "4px", "6px", "9px", "12px", "spacing_sm")
spacing_md = Size("1px", "2px", "4px", "6px", "8px", "10px", "16px", "spacing_md")
spacing_lg = Size("2px", "4px", "6px", "8px", "10px", "14px", "28px", "spacing_lg")
text_sm = Size("8px", "9px", "11px", "13px", "16px", "20px", "24px", "text_sm")
text_md = Size("9px", "10px", "12px", "14px", "16px", "22px", "26px", "text_md")
text_lg = Size("10px", "12px", "14px", "16px", "20px", "24px", "28px", "text_lg")
