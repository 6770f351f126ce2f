import { flushSync } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import { t } from "./i18n/language.svelte";
import { Translations } from "./i18n/translations";
import { isDeepLink } from "./lib/deep_link";
import { keepFocus } from "./lib/focus";
import { Pages } from "./lib/pages.svelte";
import { callFunction, runCode } from "./lib/script";
import { BlockNode, type Stage, type StageDetails } from "./node.svelte";
import type {
  ComponentConfig,
  Config,
  DependencyConfig,
  EventMessage,
  Json,
  LayoutConfig,
  ProgressMessage,
  RenderMessage,
  ResultMessage,
  ScriptMessage,
  StatusMessage,
  ToastMessage,
  ToPage,
  ToPython,
} from "./protocol";

export interface Toast extends ToastMessage {
  id: number;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/** The app on the page: the tree of blocks, and what Python's messages do to it. */
export class App {
  config: Config = $state.raw({} as Config);
  readonly root: BlockNode;
  readonly pages: Pages;
  readonly toasts: Toast[] = $state([]);
  readonly translations = $derived.by(() => new Translations(this.config.translations));
  /** Text files that the app has for the visitor, by their paths. */
  readonly files = new SvelteMap<string, string>();
  private readonly nodes = new Map<number, BlockNode>();
  private readonly dependencies = new Map<number, DependencyConfig>();
  /** What the app keeps values under in the browser. */
  storageKeys: string[] = [];
  private readonly calls = new Map<number, { resolve: (value: Json) => void; reject: (error: Error) => void }>();
  private isOpen = false;
  private callCount = 0;
  private toastCount = 0;

  constructor(
    config: Config,
    readonly send: (message: ToPython) => void,
  ) {
    this.configure(config);
    this.addNodes(config.components);
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

  /** Python is up, and the page on screen is the one that the address with this fragment names. */
  open(fragment: string): void {
    this.pages.visit(fragment);
    this.isOpen = true;
    this.opened();
  }

  /** The address has this fragment now: show its page. */
  visit(fragment: string): void {
    if (this.pages.visit(fragment) && this.isOpen) this.opened();
    if (this.isOpen && isDeepLink(fragment) && this.offersLinks) this.warn(t("link"), t("linkStartsPage"));
  }

  /** What Python says of the app as a whole; its blocks are made or patched apart from that. */
  configure(config: Config): void {
    this.config = config;
    this.dependencies.clear();
    for (const dependency of config.dependencies) this.dependencies.set(dependency.id, dependency);
    this.storageKeys = config.storage_keys;
  }

  /** The app's title in the visitor's language. */
  get title(): string {
    return this.translations.text(this.config.title);
  }

  /** The languages that its own texts are in. */
  get languages(): string[] {
    return this.translations.languages;
  }

  /** A prop with the app's translations in it. */
  translated(name: string, value: unknown, hasChoices: boolean): unknown {
    return this.translations.prop(name, value, hasChoices);
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

  /** Show over the blocks that wait for the listeners of an event that these are pending, or no more. */
  showPending({ target, event }: EventMessage, pending: boolean): void {
    for (const dependency of this.dependencies.values()) {
      if (dependency.targets.some(([id, name]) => id === target && name === event))
        for (const node of this.statusNodes(dependency))
          node.showStage(pending ? "pending" : null, dependency.show_progress === "minimal");
    }
  }

  receive(message: ToPage): void {
    switch (message.type) {
      case "update":
        for (const [id, props] of message.patches) this.node(id).patch(props);
        for (const edit of message.edits ?? []) this.node(edit.id).edit(edit);
        flushNow();
        break;
      case "render":
        this.render(message);
        break;
      case "status":
        this.showStatus(message);
        break;
      case "progress":
        this.showProgress(message);
        break;
      case "toast":
        this.toast(this.translations.props(message));
        break;
      case "result":
        this.answer(message);
        break;
      case "file":
        this.files.set(message.path, message.text);
        break;
      case "script":
        void this.runScript(message);
        break;
      case "validation":
        for (const [id, error] of message.errors) this.showError(id, error);
        break;
    }
  }

  /** Run the app's own `js`, once; what goes wrong in it stops nothing else. */
  async start(): Promise<void> {
    if (!this.config.js) return;
    try {
      await runCode(this.config.js);
    } catch (error) {
      console.error(`js=: ${textOf(error)}`, error);
      const message = textOf(error);
      this.receive({ type: "toast", level: "error", title: "Error", message, duration: 10 });
    }
  }

  /** Python has stopped: what is on the page stays, and waits for nothing. */
  stop(): void {
    for (const node of this.nodes.values()) node.stage = null;
  }

  /** Tell Python that what the browser stores under `key` was changed, if that is the app's. */
  stored(key: string, by: "tab" | "visitor"): void {
    if (this.storageKeys.includes(key)) this.send({ type: "storage", by, key });
  }

  dismiss(toast: Toast): void {
    this.toasts.splice(
      this.toasts.findIndex(({ id }) => id === toast.id),
      1,
    );
  }

  /** Deep links are the business of apps that give them out. */
  private get offersLinks(): boolean {
    return [...this.nodes.values()].some(({ type }) => type === "deeplinkbutton");
  }

  private warn(title: string, message: string): void {
    this.toast({ type: "toast", level: "warning", title, message, duration: 10 });
  }

  private toast(message: ToastMessage): void {
    this.toasts.push({ ...message, id: this.toastCount++ });
  }

  /** Let the `load` listeners of the page on screen run. */
  private opened(): void {
    const { node } = this.pages.current;
    this.send({ type: "load", ...(node !== this.root && { page: node.id }) });
    if (!this.pages.isLost) return;
    this.warn(t("notFound"), t("noSuchPage"));
  }

  private navbar(id: number | null): BlockNode | null {
    return id === null ? null : this.node(id);
  }

  /** What is wrong with a block's value; a State, which is not on the page, has no place for it. */
  private showError(id: number, error: string | null): void {
    const node = this.nodes.get(id);
    if (node) node.error = error;
    else if (error !== null)
      this.receive({ type: "toast", level: "error", title: "Error", message: error, duration: 10 });
  }

  /** Run a listener's `js`: it has begun when this returns, so soon that the visitor's click still counts. */
  private async runScript({ call, source, args }: ScriptMessage): Promise<void> {
    try {
      const value = await callFunction(source, args);
      this.send({ type: "script_result", call, error: null, ...(value !== undefined && { value }) });
    } catch (error) {
      console.error(`js=: ${textOf(error)}`, error);
      this.send({ type: "script_result", call, error: textOf(error) });
    }
  }

  private answer({ call, value, error }: ResultMessage): void {
    if (error === null) this.calls.get(call)?.resolve(value);
    else this.calls.get(call)?.reject(new Error(error));
    this.calls.delete(call);
  }

  private addNodes(components: ComponentConfig[]): void {
    for (const { id, type, props } of components) {
      const node = this.nodes.get(id);
      if (node) node.patch(props);
      else this.nodes.set(id, new BlockNode(id, type, props, this));
    }
  }

  private connect(layout: LayoutConfig): BlockNode {
    const node = this.node(layout.id);
    node.children = (layout.children ?? []).map((child) => {
      const childNode = this.connect(child);
      childNode.parent = node;
      return childNode;
    });
    return node;
  }

  /** Put what a `gr.render` function made anew in its place; blocks that were there stay, with their elements. */
  private render({ components, layout, dependencies, removed, storage_keys }: RenderMessage): void {
    const place = this.node(layout.id);
    const before = below(place);
    keepFocus(document.getElementById(place.domId));
    this.addNodes(components);
    this.connect(layout);
    const after = new Set(below(place));
    for (const node of before) if (!after.has(node)) this.nodes.delete(node.id);
    for (const id of removed) this.dependencies.delete(id);
    for (const dependency of dependencies) this.dependencies.set(dependency.id, dependency);
    this.storageKeys = storage_keys;
  }

  private scrollTo(id: number | undefined): void {
    if (id !== undefined) document.getElementById(this.node(id).domId)?.scrollIntoView({ behavior: "smooth" });
  }

  private showStatus({ dependency: id, stage, queue }: StatusMessage): void {
    const dependency = this.dependencies.get(id);
    if (!dependency) return;
    if (stage === "complete" && dependency.scroll_to_output) this.scrollTo(dependency.outputs[0]);
    this.showStage(dependency, stage === "complete" ? null : stage, { queue });
  }

  private showProgress({ dependency: id, steps }: ProgressMessage): void {
    const dependency = this.dependencies.get(id);
    if (dependency) this.showStage(dependency, "pending", { progress: steps });
  }

  /** Show how far a listener is, over the blocks that say so. */
  private showStage(dependency: DependencyConfig, stage: Stage, details: StageDetails = {}): void {
    for (const node of this.statusNodes(dependency)) node.showStageOf(dependency, stage, details);
  }

  /** The blocks that show how far a listener is; a run may outlive them: `gr.render` has replaced them. */
  private statusNodes({ show_progress, show_progress_on, outputs }: DependencyConfig): BlockNode[] {
    if (show_progress === "hidden") return [];
    const ids = show_progress_on.length ? show_progress_on : outputs;
    return ids.flatMap((id) => this.nodes.get(id) ?? []);
  }
}

/** Let the visitor have what has changed before Python goes on: what it does after that is not to be seen. */
function flushNow(): void {
  try {
    flushSync();
  } catch (error) {
    reportError(error); // it is none of Python's
  }
}

/** All blocks inside this one. */
function below(node: BlockNode): BlockNode[] {
  return node.children.flatMap((child) => [child, ...below(child)]);
}
