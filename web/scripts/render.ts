import { render as renderComponent } from "svelte/server";
import { App } from "../src/app.svelte";
import AppView from "../src/App.svelte";
import { appStyles, titled } from "../src/head";
import { askedFor } from "../src/lib/lazy.svelte";
import type { Config } from "../src/protocol";
import { loadComponents, sourceOf } from "../src/registry";
import { placeId, stylesId } from "../src/site";

/** What a page shows before any script runs. */
export interface Screen {
  /** The apps' markup, and their own styles. */
  html: string;
  styles: string;
  /** The source files of the modules that it is made with, beside those that every page has. */
  modules: string[];
}

/** Render what Python said as HTML that `hydrate` takes over. */
export async function render(configs: Config[], title: string): Promise<Screen> {
  const types = [...new Set(configs.flatMap(({ components }) => components.map(({ type }) => type)))];
  await loadComponents(types);
  let html = "";
  let modules: string[] = [];
  // What a rendering asks for is there in the next one, which may ask for more.
  for (let count = -1; count !== modules.length; modules = await askedFor()) {
    count = modules.length;
    html = configs.map((config, number) => place(titled(config, { title }), number)).join("\n");
  }
  return { html, styles: configs.map(styleElement).join("\n"), modules: [...types.map(sourceOf), ...modules] };
}

function place(config: Config, number: number): string {
  const app = new App(config, () => undefined);
  const { body } = renderComponent(AppView, { props: { app }, idPrefix: `app${number}` });
  return `<gradio-app id="${placeId(number)}">${inert(body)}</gradio-app>`;
}

/** Scripts in an app's HTML don't run, as they don't where HTML is put on a page by a script. */
function inert(html: string): string {
  return html.replace(/<script/gi, "$& type=text/plain");
}

function styleElement(config: Config, number: number): string {
  const text = appStyles(config).replace(/<(?=\/style)/gi, "\\3C ");
  return `<style id="${stylesId(number)}">${text}</style>`;
}
