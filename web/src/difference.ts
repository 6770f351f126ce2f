import { same } from "./lib/same";
import type { Config, Props } from "./protocol";

/** Whether two configs have the same blocks in the same places, so that patches turn one into the other. */
export function sameTree(one: Config, other: Config): boolean {
  const trees = ({ layout, pages, navbar }: Config): unknown => [layout, pages, navbar];
  return same(trees(one), trees(other)) && same(types(one), types(other));
}

/** The props that `next` has otherwise than `now`, each `[id, props]`. Both have the same tree. */
export function changedProps(now: Config, next: Config): [number, Props][] {
  const before = new Map(now.components.map(({ id, props }) => [id, props]));
  return next.components.flatMap(({ id, props }) => {
    const old = before.get(id) ?? {};
    const changed = Object.entries(props).filter(([name, value]) => !same(old[name], value));
    return changed.length ? [[id, Object.fromEntries(changed)] as [number, Props]] : [];
  });
}

/** The type of each block. */
export function types(config: Config): Record<number, string> {
  return Object.fromEntries(config.components.map(({ id, type }) => [id, type]));
}
