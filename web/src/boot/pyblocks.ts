import type { PyodideAPI } from "pyodide";
import type { SiteFiles } from "./files";
import type { FileSystem } from "./module";
import { SITE_PACKAGES, unpack } from "./unpack";

/** Put PyBlocks where Python imports it from. */
export function placePyblocks(pyodide: PyodideAPI, archive: Uint8Array): void {
  unpack(pyodide, archive, SITE_PACKAGES);
}

/**
 * Get the files of PyBlocks if they aren't there yet. A snapshot has all of its modules imported: their files are read
 * by nothing but tracebacks and `inspect`.
 */
export async function fetchPyblocks(pyodide: PyodideAPI, files: SiteFiles): Promise<void> {
  const { exists } = (pyodide.FS as FileSystem).analyzePath(`${SITE_PACKAGES}/pyblocks`);
  if (exists) return;
  try {
    const response = await files.openOptional("pyblocks.zip");
    placePyblocks(pyodide, new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    console.info("PyBlocks: its own source files aren’t here, so tracebacks don’t show their lines:", error);
  }
}
