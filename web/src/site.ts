import type { Config } from "./protocol";

/**
 * What the build wrote into the page about itself, as JSON in `<script id="pyblocks-site">`. Its Python side is
 * `pyblocks/build/manifest.py`.
 */
export interface Site {
  title: string;
  /** The app's file, inside its folder. */
  entry: string;
  /** Whether the app imports more of the standard library than the snapshot has. */
  stdlib: boolean;
  /**
   * Stands for all files of the site but its page, where it is kept for use without a network (`offline/`); null if the
   * author wants that it isn't. A single file needs no keeping, and has none.
   */
  offline?: string | null;
  /** The site's folder, where the service worker is, as a URL relative to the page: empty but for a gallery's apps. */
  root?: string;
  files: Record<StartFile, FileEntry> & Partial<Record<"snapshot.bin", FileEntry>>;
}

/** What Python starts from; a single file has no snapshot. */
export type SiteFile = StartFile | "snapshot.bin";

export type StartFile = "pyodide.asm.mjs" | "pyodide.asm.wasm" | "python_stdlib.zip" | "pyblocks.zip" | "app.zip";

/**
 * Where a file is: a URL relative to the page, or `#id` of a `<script type="text/plain">` of this page that holds it,
 * compressed with gzip and written as base64. `size` in bytes, not compressed.
 */
export interface FileEntry {
  url: string;
  size: number;
}

/** The id of the element of session `number`'s app. */
export function placeId(number: number): string {
  return `pyblocks-app-${number}`;
}

/** The id of the element with the style sheets of session `number`'s app. */
export function stylesId(number: number): string {
  return `pyblocks-styles-${number}`;
}

/** What the apps were when the page was built, if it could be found out: their markup is in the page. */
export function prerendered(): Config[] {
  const element = document.querySelector("#pyblocks-prerendered");
  return element ? (JSON.parse(element.textContent) as Config[]) : [];
}

/** How much there is to load before the app starts, in bytes. */
export function startSize({ files, stdlib }: Site): number {
  const later = files["snapshot.bin"] ? files["pyblocks.zip"].size + (stdlib ? 0 : files["python_stdlib.zip"].size) : 0;
  return Object.values(files).reduce((sum, { size }) => sum + size, -later);
}
