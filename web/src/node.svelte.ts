import { edited } from "./lib/edit";
import { same } from "./lib/same";
import type { DependencyConfig, EventMessage, Json, ProgressStep, ValueEdit } from "./protocol";

/** The props that hold a block's data: what the visitor has reached in it, such as a page, is lost with it. */
const DATA = new Set(["value", "samples", "choices"]);

/** How far a block's pending listeners are: shown over the block. */
export type Stage = "pending" | "generating" | "error" | null;

/** What a pending listener says of itself: how far it is, and its place in the queue. */
export interface StageDetails {
  progress?: ProgressStep[];
  queue?: [number, number] | undefined;
}

/** Props that every block has; a component's own props extend them. */
export interface BlockProps {
  visible?: boolean | "hidden";
  elem_id?: string | null;
  elem_classes?: string[];
  scale?: number | null;
  min_width?: number | null;
}

/** Props of a component with a label and a box; `T` is the type of its value. */
export interface ComponentProps<T = unknown> extends BlockProps {
  value: T;
  label?: string | null;
  info?: string | null;
  show_label?: boolean;
  container?: boolean;
  interactive?: boolean;
}

/** What a block needs of Python and of the app that it is in. */
export interface PythonSide {
  send: (message: EventMessage) => void;
  call: (target: number, name: string, args: Json[]) => Promise<Json>;
  /** A prop with the app's translations in it; blocks with choices have values that are no texts. */
  translated: (name: string, value: unknown, hasChoices: boolean) => unknown;
}

/** One prop: what Python says it is, and what the page shows, in the visitor's language. */
class Prop {
  own: unknown = $state.raw();
  readonly shown: unknown = $derived.by(() => this.translate(this.own));

  constructor(
    own: unknown,
    private readonly translate: (own: unknown) => unknown,
  ) {
    this.own = own;
  }
}

/**
 * One block on the page: its live props, its children, and the way back to Python.
 *
 * When one of its `props` changes, only those who read that one run again. Their texts are in the visitor's language;
 * Python's own are kept beside them.
 */
export class BlockNode<P extends object = object> {
  readonly id: number;
  readonly type: string;
  children: BlockNode[] = $state.raw([]);
  parent: BlockNode | null = null;
  /** Made anew for a prop that wasn't there, for those who have looked for it. */
  props: P = $state.raw({} as P);
  private readonly own = new Map<string, Prop>();
  /** How often Python has given it other data. What only grows at its end is no other, nor is what the visitor edits. */
  generation = $state(0);
  stage: Stage = $state(null);
  /** Show the stage as a thin bar instead of an overlay. */
  minimal = $state(false);
  /** When it became pending, in ms as `performance.now()` has it. */
  since = 0;
  /** How far the pending listener is, if it says so; of nested steps the outermost first. */
  progress: ProgressStep[] = $state.raw([]);
  /** The listeners that are pending, and whether they show it as a thin bar. */
  private readonly pending = new Map<number, boolean>();
  /** What a validator says is wrong with the value, until the visitor changes it. */
  error: string | null = $state(null);
  /** While it waits: its place in the queue, from 1, and how many wait there. */
  queue: [number, number] | null = $state.raw(null);

  constructor(
    id: number,
    type: string,
    props: P,
    private readonly python: PythonSide,
  ) {
    this.id = id;
    this.type = type;
    this.patch(props);
  }

  /** The id of the block's element, as Gradio gives it. */
  get domId(): string {
    return (this.props as BlockProps).elem_id ?? `component-${this.id}`;
  }

  /** Set props, as an update from Python does. What is equal to what is there changes nothing. */
  patch(props: Partial<P>): void {
    const before = (name: string): unknown => this.own.get(name)?.own;
    const changed = Object.entries(props).filter(([name, value]) => !this.own.has(name) || !same(before(name), value));
    const isOther = changed.some(
      ([name, value]) => DATA.has(name) && this.own.has(name) && !grows(before(name), value),
    );
    this.set(Object.fromEntries(changed));
    if (isOther) this.generation++;
  }

  private set(props: object): void {
    const count = this.own.size;
    for (const [name, value] of Object.entries(props)) {
      const prop = this.own.get(name);
      if (prop) prop.own = value;
      else this.own.set(name, new Prop(value, (own) => this.python.translated(name, own, this.own.has("choices"))));
    }
    if (this.own.size !== count) this.props = shownOf(this.own) as P;
  }

  /** Change a part of the value, as Python does while it grows. */
  edit(edit: ValueEdit): void {
    const value = this.own.get("value");
    if (value) value.own = edited(value.own, edit);
  }

  /** Show how far one of the listeners is that write here; while another one is pending, that is not over. */
  showStageOf(listener: Pick<DependencyConfig, "id" | "show_progress">, stage: Stage, details?: StageDetails): void {
    const minimal = listener.show_progress === "minimal";
    if (stage === "pending") this.pending.set(listener.id, minimal);
    else this.pending.delete(listener.id);
    const other = stage === "generating" ? undefined : [...this.pending.values()].at(-1);
    if (stage === "pending" || other === undefined) this.showStage(stage, minimal, details);
    else this.showStage("pending", other);
  }

  /** Show how far a listener is. */
  showStage(stage: Stage, minimal: boolean, { progress = [], queue }: StageDetails = {}): void {
    if (stage === "pending" && this.stage === null) this.since = performance.now();
    this.stage = stage;
    this.minimal = minimal;
    this.progress = progress;
    this.queue = queue ?? null;
  }

  /** Call a function of the app's that this block names; what it returns. */
  call(name: string, args: Json[]): Promise<Json> {
    return this.python.call(this.id, name, args);
  }

  /**
   * Tell Python that the visitor did something.
   *
   * @param edit props that the visitor changed by it; they are set here at once
   * @param data what `gr.EventData` is made of
   */
  emit(event: string, { edit, data }: { edit?: Partial<P>; data?: Json } = {}): void {
    if (edit) {
      this.set(edit);
      this.error = null;
    }
    this.python.send({
      type: "event",
      target: this.id,
      event,
      ...(edit && { edit: edit }),
      ...(data !== undefined && { data }),
    });
  }
}

/** Whether a text goes on after what it was. */
function grows(before: unknown, value: unknown): boolean {
  return typeof before === "string" && before !== "" && typeof value === "string" && value.startsWith(before);
}

/** What the page shows of props, as an object. */
function shownOf(props: Map<string, Prop>): object {
  const getters = Array.from(props, ([name, prop]) => [name, { enumerable: true, get: () => prop.shown }] as const);
  return Object.defineProperties({}, Object.fromEntries(getters));
}
