/** An event, and what its field had in it then. */
export interface EarlyEvent {
  event: Event;
  value: string | undefined;
  checked: boolean | undefined;
}

declare global {
  interface Window {
    /** In `page.html`: what the visitor has done so far, in order; it notes no more from then on. */
    pyblocksEarly?: () => EarlyEvent[];
  }
}

/** What does by itself what a click on it does. */
const NATIVE = "input, textarea, select, option, label, summary, a[href]";

/**
 * Take what the visitor did to the prerendered markup so far, right before the app takes the markup over.
 *
 * @returns does it again, now that somebody listens; the focus and the caret are where they were then
 */
export function takeEarly(): () => void {
  const events = window.pyblocksEarly?.() ?? [];
  const focused = document.activeElement;
  const putCaretBack = caret(focused);
  return () => {
    if (focused !== document.body && focused?.isConnected) focused.dispatchEvent(new FocusEvent("focus"));
    for (const each of events) if (each.event.target instanceof Element) replay(each, each.event.target);
    putCaretBack();
  };
}

function replay({ event, value, checked }: EarlyEvent, target: Element): void {
  if (!target.isConnected) return;
  if (event.type === "click") {
    if (!target.closest(NATIVE)) target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  } else if (event instanceof KeyboardEvent) {
    const { key, shiftKey, isComposing } = event;
    const isEnter = key === "Enter" && target.matches("input, textarea");
    const options = { key, shiftKey, isComposing, bubbles: true, cancelable: true };
    if (isEnter) target.dispatchEvent(new KeyboardEvent("keydown", options));
  } else {
    fill(target, value, checked);
    target.dispatchEvent(new Event(event.type, { bubbles: true }));
  }
}

function fill(field: Element, value: string | undefined, checked: boolean | undefined): void {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
    field.checked = checked ?? field.checked;
  else if (field instanceof HTMLInputElement && field.type === "file") return;
  else if ("value" in field && value !== undefined) field.value = value;
}

/** What puts the caret back to where it is now; it can't be told of fields for numbers and the like. */
function caret(field: Element | null): () => void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => undefined;
  const { selectionStart: start, selectionEnd: end } = field;
  return () => {
    if (start !== null) field.setSelectionRange(start, end);
  };
}
