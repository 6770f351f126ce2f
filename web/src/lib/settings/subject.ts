import type { App } from "../../app.svelte";
import type { Config } from "../../protocol";

/** What the settings know of what they are about: an app, or one that didn't start. */
export interface Subject {
  /** What it keeps values under in the browser. */
  readonly storageKeys: readonly string[];
  /** The languages of its own texts. */
  readonly languages: readonly string[];
  /** Text files that it has for the visitor, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** What the browser stores under `key` was changed. */
  stored: (key: string, by: "visitor") => void;
}

/** Of an app that nobody has seen, the page remembers what it stored under, the last time that it started. */
const KEYS = `pyblocks-keys:${location.pathname}`;

/** All apps of a page as one; while there are none, what `configs` say of them. */
export function subjectOf(apps: readonly App[], configs: readonly Config[]): Subject {
  const known = apps.length ? apps.flatMap(({ storageKeys }) => storageKeys) : configs.flatMap((c) => c.storage_keys);
  return {
    storageKeys: apps.length || configs.length ? known : remembered(),
    languages: apps.flatMap(({ languages }) => languages),
    files: new Map(apps.flatMap(({ files }) => [...files])),
    stored: (key, by) => {
      for (const app of apps) app.stored(key, by);
    },
  };
}

/** Note what apps of this page store under; only where the build could not: a page with a first screen says it itself. */
export function remember(apps: readonly App[]): void {
  const keys = apps.flatMap(({ storageKeys }) => storageKeys);
  if (!keys.length) return;
  try {
    localStorage.setItem(KEYS, JSON.stringify(keys));
  } catch (error) {
    console.info(`PyBlocks: what the app stores under isn’t remembered: ${String(error)}`);
  }
}

function remembered(): string[] {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(KEYS) ?? "[]");
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === "string") : [];
  } catch (error) {
    console.info(`PyBlocks: what the app stores under isn’t known: ${String(error)}`);
    return [];
  }
}
