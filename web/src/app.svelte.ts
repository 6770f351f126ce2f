import { SvelteMap } from "svelte/reactivity";
import { Pages } from "./lib/pages.svelte";
import { BlockNode, type Stage } from "./node.svelte";
import type {
  Config,
  DependencyConfig,
  Json,
  LayoutConfig,
  ResultMessage,
  StatusMessage,
  ToastMessage,
  ToPage,
  ToPython,
} from "./protocol";

export interface Toast extends ToastMessage {
  id: number;
}

/** The app on the page: the tree of blocks, and what Python's messages do to it. */
export class App {
  readonly config: Config;
  readonly root: BlockNode;
  readonly pages: Pages;
  readonly toasts: Toast[] = $state([]);
  /** Text files that the app has for the visitor, by their paths. */
  readonly files = new SvelteMap<string, string>();
  private readonly nodes = new Map<number, BlockNode>();
  private readonly dependencies: Map<number, DependencyConfig>;
  private readonly calls = new Map<number, { resolve: (value: Json) => void; reject: (error: Error) => void }>();
  private callCount = 0;
  private toastCount = 0;

  constructor(
    config: Config,
    readonly send: (message: ToPython) => void,
  ) {
    this.config = config;
    for (const { id, type, props } of config.components) this.nodes.set(id, new BlockNode(id, type, props, this));
    this.dependencies = new Map(config.dependencies.map((dependency) => [dependency.id, dependency]));
    this.root = this.connect(config.layout);
    this.pages = new Pages([
      { path: "", name: "", isLinked: true, node: this.root, navbar: this.navbar(config.navbar) },
      ...config.pages.map(({ path, name, show_in_navbar, layout, navbar }) => ({
        path,
        name,
        isLinked: show_in_navbar,
        node: this.connect(layout),
        navbar: this.navbar(navbar),
      })),
    ]);
  }

  /** The app is on screen, with the page that the address with this fragment names. */
  open(fragment: string): void {
    this.pages.visit(fragment);
    this.opened();
  }

  /** The address has another fragment now. */
  visit(fragment: string): void {
    if (this.pages.visit(fragment)) this.opened();
  }

  /** The block that Python calls `id`. */
  node(id: number): BlockNode {
    const node = this.nodes.get(id);
    if (!node) throw new Error(`The app has no block ${id}.`);
    return node;
  }

  /** Call a function that block `target` names; what it returns. */
  call(target: number, name: string, args: Json[]): Promise<Json> {
    const call = this.callCount++;
    return new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject });
      this.send({ type: "call", target, call, function: name, args });
    });
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case "update":
        for (const [id, props] of message.patches) this.node(id).patch(props);
        break;
      case "status":
        this.showStatus(message);
        break;
      case "toast":
        this.toast(message);
        break;
      case "result":
        this.answer(message);
        break;
      case "file":
        this.files.set(message.path, message.text);
        break;
    }
  }

  /** Tell Python that what the browser stores under `key` was changed, if that is the app's. */
  stored(key: string, by: "tab" | "visitor"): void {
    if (this.config.storage_keys.includes(key)) this.send({ type: "storage", by, key });
  }

  dismiss(toast: Toast): void {
    this.toasts.splice(
      this.toasts.findIndex(({ id }) => id === toast.id),
      1,
    );
  }

  private toast(message: ToastMessage): void {
    this.toasts.push({ ...message, id: this.toastCount++ });
  }

  /** Let the `load` listeners of the page on screen run. */
  private opened(): void {
    const { node } = this.pages.current;
    this.send({ type: "load", ...(node !== this.root && { page: node.id }) });
    if (!this.pages.isLost) return;
    const message = "This app has no page at this address. This is its main page.";
    this.toast({ type: "toast", level: "warning", title: "Not found", message, duration: 10 });
  }

  private navbar(id: number | null): BlockNode | null {
    return id === null ? null : this.node(id);
  }

  private answer({ call, value, error }: ResultMessage): void {
    if (error === null) this.calls.get(call)?.resolve(value);
    else this.calls.get(call)?.reject(new Error(error));
    this.calls.delete(call);
  }

  private connect(layout: LayoutConfig): BlockNode {
    const node = this.node(layout.id);
    for (const child of layout.children ?? []) {
      const childNode = this.connect(child);
      childNode.parent = node;
      node.children.push(childNode);
    }
    return node;
  }

  private scrollTo(id: number | undefined): void {
    if (id !== undefined) document.getElementById(this.node(id).domId)?.scrollIntoView({ behavior: "smooth" });
  }

  private showStatus({ dependency: id, stage }: StatusMessage): void {
    const dependency = this.dependencies.get(id);
    if (!dependency) return;
    if (stage === "complete" && dependency.scroll_to_output) this.scrollTo(dependency.outputs[0]);
    if (dependency.show_progress === "hidden") return;
    const shown: Stage = stage === "complete" ? null : stage;
    const ids = dependency.show_progress_on.length ? dependency.show_progress_on : dependency.outputs;
    for (const blockId of ids) {
      const node = this.node(blockId);
      node.stage = shown;
      node.minimal = dependency.show_progress === "minimal";
    }
  }
}
