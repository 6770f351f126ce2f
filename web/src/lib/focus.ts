import { tick } from "svelte";

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex], [contenteditable]";

/**
 * Keep the keyboard where it is while what is inside `place` is replaced: at the element itself, if that stays in the
 * page and was only moved; otherwise at the one of its kind that has its place now.
 */
export function keepFocus(place: HTMLElement | null): void {
  const focused = document.activeElement;
  if (!place || !(focused instanceof HTMLElement) || !place.contains(focused)) return;
  const alike = (): HTMLElement[] =>
    [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(({ tagName }) => tagName === focused.tagName);
  const index = alike().indexOf(focused);
  void tick().then(() => {
    if (document.activeElement !== document.body) return; // it kept the focus, or another element was given it
    const left = alike();
    (focused.isConnected ? focused : left[Math.min(index, left.length - 1)])?.focus({ preventScroll: true });
  });
}
