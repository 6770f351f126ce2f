import type { Json } from "../../protocol";

/** A key of an object or an index of a list, and what is there. */
export type Entry = [key: string | number, value: Json];

export interface JsonStyle {
  /** How many levels are unfolded at first. */
  levels: number;
  /** Whether the items of a list have their index before them. */
  indices: boolean;
}

/** Most entries that are shown under one another; more are folded into ranges. */
const PAGE = 100;
/** A value with more entries than this, at all depths together, starts with only its first level unfolded. */
const MANY = 1000;

/** The entries of a list or object; null for anything else. */
export function entriesOf(value: Json): Entry[] | null {
  if (Array.isArray(value)) return value.map((item: Json, index) => [index, item]);
  return value !== null && typeof value === "object" ? Object.entries(value) : null;
}

/** Entries folded into ranges: as few as possible, of a power of {@link PAGE} each. Null where they fit on one page. */
export function rangesOf(entries: Entry[]): Entry[][] | null {
  if (entries.length <= PAGE) return null;
  let size = PAGE;
  while (entries.length > size * PAGE) size *= PAGE;
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, i) => entries.slice(i * size, (i + 1) * size));
}

/** How many levels are unfolded at first: three, or all with `open`; one where that would be too much to read. */
export function unfoldedLevels(value: Json, open: boolean): number {
  if (holdsMoreThan(value, MANY)) return 1;
  return open ? Infinity : 3;
}

function holdsMoreThan(value: Json, limit: number): boolean {
  const waiting = [value];
  for (let count = 0; waiting.length;) {
    const entries = entriesOf(waiting.pop()) ?? [];
    count += entries.length;
    if (count > limit) return true;
    for (const [, item] of entries) waiting.push(item);
  }
  return false;
}
