/**
 * What the build wrote into the page about itself, as JSON in `<script id="pyblocks-site">`. Its Python side is
 * `pyblocks/build/manifest.py`.
 */
export interface Site {
  title: string;
  /** The app's file, inside its folder. */
  entry: string;
  files: Record<SiteFile, FileEntry>;
}

/** The files that Python needs to start. */
export type SiteFile = "pyodide.asm.mjs" | "pyodide.asm.wasm" | "python_stdlib.zip" | "pyblocks.zip" | "app.zip";

/**
 * Where a file is: a URL relative to the page, or `#id` of a `<script type="text/plain">` of this page that holds it,
 * compressed with gzip and written as base64. `size` in bytes, not compressed.
 */
export interface FileEntry {
  url: string;
  size: number;
}
