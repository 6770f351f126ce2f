"""An answer that is yielded token by token: the time until all of it is in the page, by its length."""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.pages import serve
from e2e import browsers
from e2e.visitor import wait_for_state

LENGTHS = (1000, 2000, 5000, 10_000)
KINDS = ("Textbox", "Textbox async", "Markdown", "Markdown async")

#: From the click to the paint that shows the end; and how often the page showed something new before.
_ANSWER = """async ([name, tokens]) => {
    const button = [...document.querySelectorAll("button")].find(({textContent}) => textContent.trim() === name);
    const box = document.querySelector(name.startsWith("Textbox") ? "textarea" : "#markdown [data-testid=markdown]");
    const shown = () => box.value ?? box.textContent;
    const frame = () => new Promise(requestAnimationFrame);
    const started = performance.now();
    button.click();
    let frames = 0, length = 0;
    do {
        await frame();
        if (shown().length !== length) frames++;
        length = shown().length;
    } while (!shown().trimEnd().endsWith("END" + tokens));
    const time = performance.now() - started;
    while (document.querySelector("[aria-busy=true]")) await frame();
    return [time, frames];
}"""


def milliseconds(page: Page, kind: str, tokens: int) -> tuple[float, int]:
    """The time for one answer, and in how many frames it was shown."""
    for count in (2, tokens):  # the short one takes away what was shown before
        page.get_by_label("Tokens").fill(str(count))
        time, frames = page.evaluate(_ANSWER, [kind, count])
    return time, frames


def main() -> None:
    """Print the curve: total ms, ms per token, frames shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--browser", choices=browsers.NAMES, default=browsers.NAMES[0])
    name = parser.parse_args().browser
    with serve() as pages, sync_playwright() as playwright:
        browser = browsers.launch(playwright, name)
        page = browser.new_page()
        page.goto(pages.app(Path(__file__).parent / "apps" / "stream.py"))
        wait_for_state(page)
        print(f"{name:16}{'tokens':>8}{'total':>11}{'per token':>13}{'frames':>8}")
        for kind in KINDS:
            for tokens in LENGTHS:
                time, frames = milliseconds(page, kind, tokens)
                print(f"{kind:16}{tokens:>8}{time:>8.0f} ms{time / tokens:>10.3f} ms{frames:>8}")
        browser.close()


if __name__ == "__main__":
    main()
