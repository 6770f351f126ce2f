import type { BlockNode } from "../../node.svelte";
import type { Json } from "../../protocol";
import { addToHead } from "./head";
import { editOf, scopeOf, type HTMLProps } from "./props";
import type { Scope } from "./template";

function needsServer(name: string): () => Promise<never> {
  return () => Promise.reject(new Error(`gr.HTML: ${name} needs Gradio's server, which PyBlocks doesn't have.`));
}

const AsyncFunction = (async () => Promise.resolve()).constructor as new (
  ...code: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * The `js_on_load` of an HTML component, and what it can do:
 * `element`, `props`, `trigger(event, data)`, `watch(names, callback)`, `server.name(...)`.
 */
export class Script {
  private started = false;
  private readonly watchers: { names: string[]; callback: () => void }[] = [];
  /** What the watchers know of; null before they were told of anything. */
  private told: Scope | null = null;

  constructor(private readonly block: BlockNode<HTMLProps>) {}

  /** Run it, once, when the component is first on the page; it may `await`. */
  async start(element: HTMLElement): Promise<void> {
    if (this.started) return;
    this.started = true;
    const { head, js_on_load: source } = this.block.props;
    if (head) await addToHead(head, "gr.HTML(head=…)");
    if (!source) return;
    const run = new AsyncFunction("element", "trigger", "props", "watch", "server", "upload", source);
    await run(element, this.trigger, this.props(), this.watch, this.server, needsServer("upload()"));
  }

  /** Tell its watchers what Python has changed; what was there first and what the script itself has changed they know. */
  tell(scope: Scope): void {
    const before = this.told ?? scope;
    this.told = scope;
    for (const { names, callback } of this.watchers) {
      if (names.some((name) => scope[name] !== before[name])) callback();
    }
  }

  /** `await server.name(...)`: the app's `server_functions`. */
  private readonly server = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: Json[]) =>
          this.block.call(String(name), args),
    },
  );

  private readonly trigger = (event: string, data: Json = {}): void => {
    this.block.emit(event, { data });
  };

  private readonly watch = (names: string | string[], callback: () => void): void => {
    this.watchers.push({ names: [names].flat(), callback });
  };

  /** The props as an object: writing one is an edit of the visitor's. No listener has the event's name. */
  private props(): Scope {
    const scope = (): Scope => scopeOf(this.block.props);
    return new Proxy<Scope>(
      {},
      {
        get: (_, name) => scope()[String(name)],
        has: (_, name) => name in scope(),
        ownKeys: () => Object.keys(scope()),
        getOwnPropertyDescriptor: (_, name) => ({
          ...Object.getOwnPropertyDescriptor(scope(), name),
          configurable: true,
        }),
        set: (_, name, value) => {
          const edit = editOf(this.block.props, String(name), value);
          const before = this.told ?? scope();
          this.block.patch(edit);
          this.told = { ...before, [String(name)]: scope()[String(name)] }; // before Python answers the edit
          this.block.emit("props", { edit });
          return true;
        },
      },
    );
  }
}
