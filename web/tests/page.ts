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

/** The config of an app with these blocks; they are numbered as they come, and the root is 0. An argument without a
 * `type` is what the config has besides. */
export function config(...given: (TestBlock | Partial<Config>)[]): Config {
  const blocks = given.filter((each): each is TestBlock => "type" in each);
  const others = given.filter((each): each is Partial<Config> => !("type" in each));
  const components: ComponentConfig[] = [];
  const layout = configure(block("blocks", { fill_height: false }, blocks), components);
  return {
    version: "test",
    title: "Test",
    mode: "blocks",
    theme: "",
    css: "",
    head: "",
    js: "",
    fill_height: false,
    fill_width: false,
    components,
    layout,
    dependencies: [],
    storage_keys: [],
    footer_links: [{ label: "gradio" }, { label: "settings" }],
    translations: {},
    ...others[0],
  };
}

/** Show an app with these blocks. */
export async function show(...given: (TestBlock | Partial<Config>)[]): Promise<Page> {
  const shown = config(...given);
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
