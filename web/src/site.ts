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
  files: Record<StartFile, FileEntry> & Partial<Record<SnapshotFile, FileEntry>>;
}

/** What Python starts from. */
export type SiteFile = StartFile | SnapshotFile;

/** Without a snapshot: the bytecode is that of the standard library and of PyBlocks. */
export type StartFile = "pyodide.asm.mjs" | "pyodide.asm.wasm" | "bytecode.zip" | "app.zip";

/** The snapshot, and the sources of what is in it; most single files have none of these. */
export type SnapshotFile = "snapshot.bin" | "python_stdlib.zip" | "pyblocks.zip";

/**
 * Where a file is: a URL relative to the page, or `#id` of a `<script type="text/plain">` of this page that holds it,
 * compressed with gzip and written in base 85. `size` in bytes, not compressed.
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
  const names: SiteFile[] = ["pyodide.asm.mjs", "pyodide.asm.wasm", "app.zip"];
  if (!files["snapshot.bin"]) names.push("bytecode.zip");
  else names.push("snapshot.bin", ...(stdlib ? ["python_stdlib.zip" as const] : []));
  return names.reduce((sum, name) => sum + (files[name]?.size ?? 0), 0);
}
