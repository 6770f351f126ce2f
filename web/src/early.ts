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
 * Do again what the visitor did to the prerendered markup before the app took it over, now that somebody listens. The
 * focus and the caret stay where they are.
 */
export function replayEarly(): void {
  const events = window.pyblocksEarly?.() ?? [];
  const focused = document.activeElement;
  const caret = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? selection(focused) : null;
  if (focused !== document.body) focused?.dispatchEvent(new FocusEvent("focus"));
  for (const each of events) if (each.event.target instanceof Element) replay(each, each.event.target);
  caret?.();
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

/** What puts the caret back to where it is now; fields of numbers have none that can be told. */
function selection(field: HTMLInputElement | HTMLTextAreaElement): (() => void) | null {
  const { selectionStart: start, selectionEnd: end } = field;
  return start === null
    ? null
    : () => {
        field.setSelectionRange(start, end);
      };
}
