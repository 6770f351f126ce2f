import type { Component } from "svelte";
import type { BlockNode } from "./node.svelte";

export type BlockComponent = Component<{ node: BlockNode }>;
interface Module {
  default: BlockComponent;
}

/**
 * The Svelte component of each block type: the file of that name. Those of `eager` are in the core script; the others
 * load with the first app that has one.
 */
const eager = import.meta.glob<Module>(
  [
    "./components/{blocks,row,column,group,form,tabs,tab,accordion}.svelte",
    "./components/{textbox,number,slider,checkbox,checkboxgroup,radio,button,navbar,timer}.svelte",
  ],
  { eager: true },
);
const lazy = import.meta.glob<Module>([
  "./components/{markdown,html,json,label,dropdown,dataset,deeplinkbutton}.svelte",
]);

const loaded = new Map<string, BlockComponent>();
for (const [path, module] of Object.entries(eager)) loaded.set(stem(path), module.default);
const loaders = new Map(Object.entries(lazy).map(([path, load]) => [stem(path), load]));

function stem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1, -".svelte".length);
}

/** The source file of a block type's component. */
export function sourceOf(type: string): string {
  return `src/components/${type}.svelte`;
}

/** Load the components of these block types, so that {@link componentOf} has them. */
export async function loadComponents(types: Iterable<string>): Promise<void> {
  const missing = [...new Set(types)].filter((type) => !loaded.has(type));
  await Promise.all(
    missing.map(async (type) => {
      const load = loaders.get(type);
      if (!load) throw new Error(`This page has no component for blocks of type "${type}".`);
      loaded.set(type, (await load()).default);
    }),
  );
}

/** Whether {@link componentOf} has the components of all these block types. */
export function areLoaded(types: Iterable<string>): boolean {
  return [...types].every((type) => loaded.has(type));
}

/** The component of a block type that {@link loadComponents} has loaded; none where that failed. */
export function componentOf(type: string): BlockComponent | undefined {
  return loaded.get(type);
}
