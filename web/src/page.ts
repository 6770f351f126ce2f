import { flushSync, mount } from "svelte";
import { BootError, showFailure } from "./boot/failure";
import type { Python } from "./boot/python";
import { takeEarly } from "./early";
import { titled } from "./head";
import { Inbox } from "./inbox";
import Death from "./lib/Death.svelte";
import { remember, subjectOf, type Subject } from "./lib/settings/subject";
import type { Config, ToPage } from "./protocol";
import { loadComponents } from "./registry";
import { Shown } from "./shown";
import { prerendered, type Site } from "./site";

/** The page: the apps on it, one for each session, and what passes between them and Python. */
export class Page {
  private readonly early: [number, ToPage][] = [];
  private readonly apps: Shown[] = [];
  private readonly inboxes: Inbox[] = [];
  private readonly loading = new Set<number>();
  private replaying = 0;
  private isShown = false;

  constructor(private readonly site: Site) {
    addEventListener("hashchange", () => {
      for (const { app } of this.apps) app.visit(location.hash);
    });
  }

  /** Take a message of session `number`; those that come before the apps are on screen wait. */
  receive(number: number, message: ToPage): void {
    if (this.isShown) this.inboxes[number]?.take(message);
    else this.early.push([number, message]);
  }

  /** Python has stopped for good: say so, over apps that wait for nothing any more. */
  died(reason: string): void {
    document.documentElement.dataset.pyblocks = "error";
    for (const { app } of this.apps) app.stop();
    mount(Death, { target: document.body, props: { reason, app: this.subject } });
  }

  /** What the visitor's settings are about, also where an app can't be shown. */
  get subject(): Subject {
    return subjectOf(
      this.apps.map(({ app }) => app),
      [...prerendered(), ...this.configs()],
    );
  }

  /** Make the apps that were rendered when the page was built react to the visitor, if there are any. */
  async attach(): Promise<void> {
    const configs = prerendered();
    await this.load(configs);
    const replay = takeEarly();
    configs.forEach((config, number) => {
      this.add(config, number, true);
    });
    replay();
  }

  /** Put the apps on screen as Python says they are, and let their `load` listeners run. */
  async show(python: Python): Promise<void> {
    for (const [, message] of this.early)
      if (message.type === "failure") throw new BootError(message.message, message.details);
    const configs = this.configs();
    await this.load(configs);
    document.querySelector("#pyblocks-boot")?.remove();
    await Promise.all(this.apps.splice(configs.length).map((app) => app.remove()));
    for (const [number, config] of configs.entries()) {
      const app = this.apps[number];
      if (app) await app.update(titled(config, this.site));
      else this.add(config, number, false);
    }
    flushSync();
    if (!prerendered().length) remember(this.apps.map(({ app }) => app));
    this.apps.forEach((app, number) => {
      this.loading.add(number);
      app.connect((message) => {
        python.send(number, message);
      });
      this.inboxes[number] = new Inbox((message) => {
        if (message.type === "ready" && this.loading.delete(number)) this.ready(app).catch(showFailure);
        else app.receive(message);
      });
    });
    await Promise.all(this.apps.map(({ head }) => head.loaded));
    this.isShown = true;
    for (const { app } of this.apps) void app.start();
    for (const [number, message] of this.early.splice(0)) if (message.type !== "config") this.receive(number, message);
    this.connect(python);
  }

  /** What Python has said of the apps that aren't on screen yet. */
  private configs(): Config[] {
    return this.early.flatMap(([, message]) => (message.type === "config" ? [message.config] : []));
  }

  private async load(configs: Config[]): Promise<void> {
    await loadComponents(configs.flatMap(({ components }) => components.map(({ type }) => type)));
  }

  private add(config: Config, number: number, isPrerendered: boolean): void {
    this.apps[number] = new Shown(number, titled(config, this.site), { prerendered: isPrerendered });
  }

  /** Tell Python of what happens to the page as a whole. */
  private connect(python: Python): void {
    addEventListener("storage", ({ key, storageArea }) => {
      if (storageArea === localStorage) this.stored(key);
    });
    document.addEventListener("visibilitychange", () => {
      // A browser may freeze a page that nobody sees, and then doesn't tell it.
      if (document.visibilityState === "visible") this.stored(null);
    });
    addEventListener("pagehide", () => {
      this.apps.forEach((_, number) => {
        python.send(number, { type: "unload" });
      });
    });
    addEventListener("pageshow", ({ persisted }) => {
      // Its States were deleted when it was left: what comes back is a new session, not half of the old one.
      if (persisted) location.reload();
    });
    for (const { app } of this.apps) app.open(location.hash);
  }

  /** What the browser stores was changed by another tab, maybe; a `key` of null stands for all. */
  private stored(key: string | null): void {
    for (const { app } of this.apps) for (const own of key === null ? app.storageKeys : [key]) app.stored(own, "tab");
  }

  private async ready(app: Shown): Promise<void> {
    this.replaying++;
    await app.replay();
    this.replaying--;
    if (!this.loading.size && !this.replaying) document.documentElement.dataset.pyblocks = "ready";
  }
}
