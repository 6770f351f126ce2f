import { flushSync, mount } from "svelte";
import { App } from "./app.svelte";
import AppView from "./App.svelte";
import "./base.css";
import { BootError, showFailure } from "./boot/failure";
import { SiteFiles } from "./boot/files";
import { Progress } from "./boot/progress";
import { startPython } from "./boot/python";
import type { ConfigMessage, ToPage, ToPython } from "./protocol";
import { loadComponents } from "./registry";
import type { Site } from "./site";
import "./theme.css";

/** From the page as it was built to the app on screen: load Python, run the app, show its config. */
async function boot(): Promise<void> {
  const site = JSON.parse(document.querySelector("#pyblocks-site")?.textContent ?? "") as Site;
  const total = Object.values(site.files).reduce((sum, { size }) => sum + size, 0);
  const progress = new Progress(total);

  const config = Promise.withResolvers<ConfigMessage>();
  const early: ToPage[] = [];
  let receive = (message: ToPage): void => {
    if (message.type === "config") config.resolve(message);
    else if (message.type === "failure") config.reject(new BootError(message.message, message.details));
    else early.push(message);
  };
  const send = await startPython(site, new SiteFiles(site, progress), progress, (message) => {
    receive(message);
  });

  const app = await show(await config.promise, send);
  receive = (message) => {
    if (message.type === "ready") document.documentElement.dataset.pyblocks = "ready";
    else app.receive(message);
  };
  early.forEach(receive);
  addEventListener("pagehide", () => {
    send({ type: "unload" });
  });
  send({ type: "load" });
}

/** Put the app in place of the loading screen. */
async function show({ config }: ConfigMessage, send: (message: ToPython) => void): Promise<App> {
  await loadComponents(config.components.map(({ type }) => type));
  const app = new App(config, send);
  document.title = config.title;
  document.head.append(styleSheet(config.css), document.createRange().createContextualFragment(config.head));
  document.querySelector("#pyblocks-boot")?.remove();
  mount(AppView, { target: document.body, props: { app } });
  flushSync();
  return app;
}

/** The app's own CSS, after ours so that it wins. */
function styleSheet(css: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = css;
  return style;
}

boot().catch(showFailure);
