import { flushSync, mount } from "svelte";
import { App } from "./app.svelte";
import AppView from "./App.svelte";
import { BootError } from "./boot/failure";
import type { Python } from "./boot/python";
import { Inbox } from "./inbox";
import { addToHead } from "./lib/html/head";
import Death from "./lib/Death.svelte";
import type { Config, ToPage } from "./protocol";
import { loadComponents } from "./registry";
import type { Site } from "./site";

/** Gradio's title for an app that gives itself none; the site's own name says more. */
const NO_TITLE = "Gradio";

/** The page: the apps on it, one for each session, and what passes between them and Python. */
export class Page {
  private readonly early: [number, ToPage][] = [];
  private readonly apps: App[] = [];
  private readonly inboxes: Inbox[] = [];
  private readonly loading = new Set<number>();

  constructor(private readonly site: Site) {}

  /** Take a message of session `number`; those that come before the apps are on screen wait. */
  receive(number: number, message: ToPage): void {
    const inbox = this.inboxes[number];
    if (inbox) inbox.take(message);
    else this.early.push([number, message]);
  }

  /** Python has stopped for good: say so, over apps that wait for nothing any more. */
  died(reason: string): void {
    document.documentElement.dataset.pyblocks = "error";
    for (const app of this.apps) app.stop();
    mount(Death, { target: document.body, props: { reason } });
  }

  /** Put the apps in place of the loading screen, and let their `load` listeners run. */
  async show(python: Python): Promise<void> {
    for (const [, message] of this.early)
      if (message.type === "failure") throw new BootError(message.message, message.details);
    const configs = this.early.flatMap(([, message]) => (message.type === "config" ? [message.config] : []));
    await loadComponents(configs.flatMap(({ components }) => components.map(({ type }) => type)));
    for (const { head } of configs) await addToHead(head, "head=").catch(console.error);
    document.querySelector("#pyblocks-boot")?.remove();
    configs.forEach((config, number) => {
      this.mount(config, number, python);
    });
    flushSync();
    for (const app of this.apps) void app.start();
    for (const [number, message] of this.early.splice(0)) if (message.type !== "config") this.receive(number, message);
    this.connect(python);
  }

  private mount(config: Config, number: number, python: Python): void {
    const title = config.title === NO_TITLE ? this.site.title : config.title;
    document.title = title;
    document.head.append(styleSheet(config.css));
    const app = new App({ ...config, title }, (message) => {
      python.send(number, message);
    });
    mount(AppView, { target: document.body, props: { app } });
    this.apps.push(app);
    this.inboxes.push(
      new Inbox((message) => {
        if (message.type === "ready") this.ready(number);
        else app.receive(message);
      }),
    );
    this.loading.add(number);
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
    this.apps.forEach((_, number) => {
      python.send(number, { type: "load" });
    });
  }

  /** What the browser stores was changed by another tab, maybe; a `key` of null stands for all. */
  private stored(key: string | null): void {
    for (const app of this.apps) for (const own of key === null ? app.storageKeys : [key]) app.stored(own, "tab");
  }

  private ready(number: number): void {
    this.loading.delete(number);
    if (!this.loading.size) document.documentElement.dataset.pyblocks = "ready";
  }
}

/** The app's own CSS, after ours so that it wins. */
function styleSheet(css: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = css;
  return style;
}
