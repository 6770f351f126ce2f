import { t } from "../../i18n/language.svelte";
import type { Subject } from "./subject";

/** Text that the app stores, and where. */
export interface Stored {
  key: string;
  text: string;
}

/** A file that isn't one of this app's data, or that there is no room for; the message is for the visitor. */
export class LoadError extends Error {}

/** What an app stores in the browser, as far as its visitor is concerned. Other keys of the site are not its business. */
export class AppData {
  private readonly keys: Set<string>;

  constructor(private readonly app: Subject) {
    // What was damaged is kept beside its key.
    this.keys = new Set(app.storageKeys.flatMap((key) => [key, `${key}.damaged`]));
  }

  /** All of it that is there; nothing where the browser stores nothing for this page. */
  list(): Stored[] {
    let storage: Storage;
    try {
      storage = localStorage;
    } catch {
      return [];
    }
    return [...this.keys].flatMap((key) => {
      const text = storage.getItem(key);
      return text === null ? [] : [{ key, text }];
    });
  }

  /** A JSON file with it: the stored texts by their keys. */
  file(): Blob {
    const texts = Object.fromEntries(this.list().map(({ key, text }) => [key, text]));
    return new Blob([JSON.stringify(texts, null, 2)], { type: "application/json" });
  }

  /**
   * Store what is in such a file, all of it or nothing; how many keys that were.
   *
   * @throws {LoadError}
   */
  load(file: string): number {
    const texts = this.parse(file);
    const before = this.list();
    try {
      for (const [key, text] of texts) localStorage.setItem(key, text);
    } catch {
      for (const [key] of texts) localStorage.removeItem(key);
      for (const { key, text } of before) localStorage.setItem(key, text);
      throw new LoadError(t("dataNoRoom"));
    }
    for (const [key] of texts) this.app.stored(key, "visitor");
    return texts.length;
  }

  /** Remove it; the app goes on with its defaults. */
  erase(): void {
    const keys = this.list().map(({ key }) => key);
    for (const key of keys) localStorage.removeItem(key);
    for (const key of keys) this.app.stored(key, "visitor");
  }

  private parse(file: string): [string, string][] {
    let content: unknown;
    try {
      content = JSON.parse(file);
    } catch {
      throw new LoadError(t("dataNotJson"));
    }
    if (typeof content !== "object" || content === null || Array.isArray(content)) throw new LoadError(t("dataNoData"));
    return Object.entries(content).map(([key, text]: [string, unknown]) => {
      if (!this.keys.has(key)) throw new LoadError(t("dataOtherApp", { key }));
      if (typeof text !== "string") throw new LoadError(t("dataNotDownloaded", { key }));
      return [key, text];
    });
  }
}

/** How much a text takes as UTF-8, for people. */
export function sizeOf(text: string): string {
  const bytes = new Blob([text]).size;
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
