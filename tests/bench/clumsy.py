"""A visitor who clicks and types here and there, always in the same way for the same number."""

from __future__ import annotations

from random import Random

from playwright.sync_api import Page

_WORDS = ("apple", "12", "Ada Lovelace", "x", "sample 2 3", "a longer text with several words", "*bold*")
_KEYS = ("Enter", "Tab", "ArrowDown", "Backspace", "Escape")

#: Where one of the page's controls is, now in sight, and whether one can type into it; null if it has none.
_FIND = """luck => {
    const controls = [...document.querySelectorAll("button, input, textarea, summary, tr, [role=option], [role=tab]")]
        .filter(control => control.checkVisibility() && !control.disabled && !control.closest("footer"));
    const control = controls[Math.floor(luck * controls.length)];
    if (!control) return null;
    control.scrollIntoView({block: "center"});
    const {x, y, width, height} = control.getBoundingClientRect();
    const typing = control.matches("textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])");
    return [x + width / 2, y + height / 2, typing];
}"""


def use(page: Page, number: int, times: int) -> None:
    """Do ``times`` things to a page."""
    chance = Random(number)
    for _ in range(times):
        found = page.evaluate(_FIND, chance.random())
        if found is None:
            return
        x, y, is_text = found
        page.mouse.click(x, y)
        if is_text:
            page.keyboard.type(chance.choice(_WORDS))
            page.keyboard.press(chance.choice(_KEYS))
        page.wait_for_timeout(chance.choice((0, 20, 100)))
