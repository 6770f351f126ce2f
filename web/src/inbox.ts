import type { ToPage } from "./protocol";
import { areLoaded, loadComponents } from "./registry";

/** Python's messages, in order: while a component that one of them needs is loaded, those after it wait too. */
export class Inbox {
  private waiting: ToPage[] | null = null;

  constructor(private readonly handle: (message: ToPage) => void) {}

  take(message: ToPage): void {
    if (this.waiting) this.waiting.push(message);
    else if (areLoaded(typesIn(message))) this.handle(message);
    else {
      this.waiting = [message];
      void this.load(typesIn(message));
    }
  }

  private async load(types: string[]): Promise<void> {
    try {
      await loadComponents(types);
    } catch (error) {
      console.error(error);
      this.handle({ type: "toast", level: "error", title: "Error", message: NOT_LOADED, duration: null });
    }
    const [message, ...rest] = this.waiting ?? [];
    this.waiting = null;
    if (message) this.handle(message);
    for (const each of rest) this.take(each);
  }
}

const NOT_LOADED = "A part of this page could not be loaded, and is not shown. Reload the page.";

function typesIn(message: ToPage): string[] {
  return message.type === "render" ? message.components.map(({ type }) => type) : [];
}
