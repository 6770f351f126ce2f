import type { EventMessage, Props, ToPython } from "./protocol";

/** What goes from one app to Python. What the visitor does before Python is up is held, and goes then, in order. */
export class Outbox {
  private readonly events: EventMessage[] = [];
  private readonly others: ToPython[] = [];
  private deliver: ((message: ToPython) => void) | null = null;
  /** Is told of each event that has to wait. */
  onHeld: ((event: EventMessage) => void) | null = null;

  /** @param holds whether events wait for {@link next} */
  constructor(public holds: boolean) {}

  /** Send a message, now or later. */
  send(message: ToPython): void {
    if (this.holds && message.type === "event") this.hold(message);
    else if (this.deliver) this.deliver(message);
    else this.others.push(message);
  }

  /** Python is up. Events still wait: what it shows first comes before what the visitor did. */
  connect(deliver: (message: ToPython) => void): void {
    this.deliver = deliver;
    this.others.splice(0).forEach(deliver);
  }

  /** The first event that waits, for the caller to deliver. Where there is none, none will wait from here on. */
  next(): EventMessage | undefined {
    const event = this.events.shift();
    this.holds = event !== undefined;
    return event;
  }

  /** Send a message past those that wait. */
  pass(message: ToPython): void {
    this.deliver?.(message);
  }

  /** The events that wait. */
  get held(): readonly EventMessage[] {
    return this.events;
  }

  /** The same, and they wait here no more. */
  take(): EventMessage[] {
    return this.events.splice(0);
  }

  /** The props that the visitor has edited, by block. */
  edits(): Map<number, Props> {
    const edits = new Map<number, Props>();
    for (const { target, edit } of this.events) if (edit) edits.set(target, { ...edits.get(target), ...edit });
    return edits;
  }

  /** Of the text that somebody types, or of a slider on its way, Python is told the last state alone; of ticks, nothing. */
  private hold(event: EventMessage): void {
    if (event.event === "tick") return; // one that came before Python was up is over
    const last = this.events.at(-1);
    const replaces = event.event === "input" && event.edit && last?.event === "input" && last.target === event.target;
    if (replaces) this.events.pop();
    this.events.push(event);
    this.onHeld?.(event);
  }
}
