import { flushSync, hydrate, mount, unmount } from "svelte";
import { App } from "./app.svelte";
import AppView from "./App.svelte";
import { changedProps, sameTree, types } from "./difference";
import { Head } from "./head";
import { language } from "./i18n/language.svelte";
import { Outbox } from "./outbox";
import type { Config, EventMessage, Props, ToPage, ToPython, UpdateMessage } from "./protocol";
import { placeId } from "./site";

/** How long one replayed event may keep the next one waiting, in ms. */
const PATIENCE = 1000;

/** One session's app on the page. */
export class Shown {
  app: App;
  private view: object;
  /** The events that the app itself set off when it was put on the page, such as the selection of its first tabs. */
  private startEvents: EventMessage[] = [];
  /** Is told when the event that is replayed has had its first results. */
  private settled: (() => void) | null = null;
  readonly head: Head;
  private readonly outbox: Outbox;
  private readonly place: HTMLElement;

  /**
   * Show an app.
   *
   * @param config what Python says, or, with `prerendered`, what it said when the page was built. Then the app takes
   *   over the markup in its place, and what the visitor does is held until {@link replay}.
   */
  constructor(number: number, config: Config, { prerendered }: { prerendered: boolean }) {
    this.head = new Head(number);
    this.outbox = new Outbox(prerendered);
    this.place = document.getElementById(placeId(number)) ?? newPlace(number);
    [this.app, this.view] = this.put(config, prerendered);
  }

  /** Python says what the app is here and now: change what differs, but for what the visitor has edited. */
  async update(config: Config): Promise<void> {
    if (!sameTree(this.app.config, config)) {
      await this.replace(config);
      return;
    }
    this.head.show(config);
    for (const [id, props] of changedProps(this.app.config, config)) this.patch(id, props);
    this.app.configure(config);
  }

  /** Messages go to Python from here on. */
  connect(send: (message: ToPython) => void): void {
    this.outbox.connect(send);
  }

  /**
   * The `load` listeners have given their results: tell Python what the visitor did before that, one thing after the
   * other. Each finds what came of the one before, as it does for a visitor who does it now, unless that takes long.
   */
  async replay(): Promise<void> {
    for (let event = this.outbox.next(); event; event = this.outbox.next()) {
      const { promise, resolve } = newPromise();
      this.settled = resolve;
      this.app.showPending(event, false);
      if (event.edit) this.app.node(event.target).patch(event.edit);
      this.outbox.pass({ ...event, replayed: true });
      setTimeout(resolve, PATIENCE);
      await promise;
    }
    this.settled = null;
  }

  receive(message: ToPage): void {
    if (message.type === "ready") this.settled?.();
    else if (message.type !== "update" || !this.outbox.holds) this.app.receive(message);
    else this.updateUnedited(message);
  }

  async remove(): Promise<void> {
    await unmount(this.view);
    this.place.remove();
  }

  private put(config: Config, isPrerendered: boolean): [App, object] {
    this.head.show(config);
    const app = new App(config, (message) => {
      this.outbox.send(message);
    });
    language.asBuilt = isPrerendered;
    const view = (isPrerendered ? hydrate : mount)(AppView, { target: this.place, props: { app } });
    flushSync();
    language.asBuilt = false;
    // Only now: the markup that is taken over is the main page's.
    app.visit(location.hash);
    flushSync();
    this.startEvents = [...this.outbox.held];
    this.outbox.onHeld = (event) => {
      app.showPending(event, true);
    };
    return [app, view];
  }

  /** Put another app in its place. Blocks that are in both keep what the visitor did to them. */
  private async replace(config: Config): Promise<void> {
    const [before, after] = [types(this.app.config), types(config)];
    const stays = ({ target }: EventMessage): boolean => target in after && after[target] === before[target];
    const done = this.outbox.take().filter((event) => !this.startEvents.includes(event) && stays(event));
    this.outbox.onHeld = null;
    await unmount(this.view);
    [this.app, this.view] = this.put(config, false);
    for (const event of done) {
      if (event.edit) this.app.node(event.target).patch(event.edit);
      this.outbox.send(event);
    }
  }

  private updateUnedited({ patches, edits = [] }: UpdateMessage): void {
    for (const [id, props] of patches) this.patch(id, props);
    const edited = this.outbox.edits();
    for (const edit of edits) if (!("value" in (edited.get(edit.id) ?? {}))) this.app.node(edit.id).edit(edit);
  }

  /** Set those props that the visitor hasn't edited. */
  private patch(id: number, props: Props): void {
    const edited = this.outbox.edits().get(id) ?? {};
    this.app.node(id).patch(Object.fromEntries(Object.entries(props).filter(([name]) => !(name in edited))));
  }
}

function newPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/** An element of Gradio's name for it, which scripts and style sheets of apps may look for. */
function newPlace(number: number): HTMLElement {
  const place = document.createElement("gradio-app");
  place.id = placeId(number);
  document.body.append(place);
  return place;
}
