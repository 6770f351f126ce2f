import { render } from "@testing-library/svelte";
import { App } from "../src/app.svelte";
import AppView from "../src/App.svelte";
import type { BlockNode } from "../src/node.svelte";
import type { ComponentConfig, Config, LayoutConfig, Props, ToPython } from "../src/protocol";
import { loadComponents } from "../src/registry";

/** A block of a test's app. */
export interface TestBlock {
  type: string;
  props: Props;
  children: TestBlock[];
}

export function block(type: string, props: Props = {}, children: TestBlock[] = []): TestBlock {
  return { type, props, children };
}

export interface Page {
  app: App;
  /** All that the page has told Python. */
  sent: ToPython[];
  /** The events among it, as `[name, edit, data]`. */
  events: () => [string, Props | undefined, unknown][];
  /** The nodes of the blocks, in the order in which they were given. */
  nodes: BlockNode[];
}

/** A page of a test's app; the main one has no `name`. */
export interface TestPage {
  name?: string;
  isHidden?: boolean;
  navbar?: TestBlock;
  blocks: TestBlock[];
}

/**
 * The config of an app with these blocks; they are numbered as they come, and the root is 0. An argument without a
 * `type` is what the config has besides.
 */
export function config(...given: (TestBlock | Partial<Config>)[]): Config {
  const blocks = given.filter((each): each is TestBlock => "type" in each);
  const others = given.filter((each): each is Partial<Config> => !("type" in each));
  return { ...pagesConfig({ blocks }), ...others[0] };
}

function pagesConfig(main: TestPage, ...others: TestPage[]): Config {
  const components: ComponentConfig[] = [];
  const configured = ({ blocks, navbar }: TestPage): { layout: LayoutConfig; navbar: number | null } => ({
    layout: configure(block("blocks", { fill_height: false }, blocks), components),
    navbar: navbar ? configure(navbar, components).id : null,
  });
  const { layout, navbar } = configured(main);
  const pages = others.map((page) => ({
    path: page.name ?? "",
    name: page.name ?? "",
    show_in_navbar: !page.isHidden,
    ...configured(page),
  }));
  return {
    version: "test",
    title: "Test",
    mode: "blocks",
    theme: "",
    css: "",
    head: "",
    fill_height: false,
    fill_width: false,
    components,
    layout,
    pages,
    navbar,
    dependencies: [],
    storage_keys: [],
    footer_links: [{ label: "gradio" }, { label: "settings" }],
    translations: {},
  };
}

/** Show an app with these blocks. */
export async function show(...given: (TestBlock | Partial<Config>)[]): Promise<Page> {
  return showConfig(config(...given));
}

/** Show an app with these pages; the path of each is its name. */
export async function showPages(main: TestPage, ...others: TestPage[]): Promise<Page> {
  return showConfig(pagesConfig(main, ...others));
}

async function showConfig(shown: Config): Promise<Page> {
  await loadComponents(shown.components.map(({ type }) => type));
  const sent: ToPython[] = [];
  const app = new App(shown, (message) => sent.push(message));
  render(AppView, { app });
  return {
    app,
    sent,
    events: () => sent.flatMap((m) => (m.type === "event" ? [[m.event, m.edit, m.data]] : [])),
    nodes: app.root.children,
  };
}

function configure({ type, props, children }: TestBlock, components: ComponentConfig[]): LayoutConfig {
  const id = components.length;
  components.push({ id, type, props: { visible: true, elem_id: null, elem_classes: [], ...props } });
  return { id, children: children.map((child) => configure(child, components)) };
}
