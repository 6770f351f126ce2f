import type { PyodideAPI } from "pyodide";
import type { SiteFiles } from "./files";
import { SITE_PACKAGES, unpack } from "./unpack";

/**
 * Get the files of PyBlocks. A snapshot has all of its modules imported: their files are read by nothing but tracebacks
 * and `inspect`.
 */
export async function fetchPyblocks(pyodide: PyodideAPI, files: SiteFiles): Promise<void> {
  try {
    const response = await files.openOptional("pyblocks.zip");
    unpack(pyodide, new Uint8Array(await response.arrayBuffer()), SITE_PACKAGES);
  } catch (error) {
    console.info("PyBlocks: its own source files aren’t here, so tracebacks don’t show their lines:", error);
  }
}
