import type { PyodideAPI } from "pyodide";
import type { SiteFiles } from "./files";
import type { FileSystem } from "./module";

/** Where Python has the standard library. */
export const STDLIB = "/lib/python314.zip";

/**
 * Put the standard library where Python looks for it. A snapshot has what most apps import, and the names of all else,
 * so that its content may come later: when the app is ready (`fetchStdlib`), or at once if Python reads the file before.
 */
export async function placeStdlib({ FS }: PyodideAPI, files: SiteFiles): Promise<void> {
  const fileSystem = FS as FileSystem;
  if (files.site.stdlib) {
    fileSystem.writeFile(STDLIB, await files.bytes("python_stdlib.zip"));
    return;
  }
  const { node } = fileSystem.lookupPath(STDLIB);
  let contents: Uint8Array | undefined;
  Object.defineProperty(node, "contents", {
    get: () => (contents ??= files.bytesAtOnce("python_stdlib.zip")),
    set: (bytes: Uint8Array) => (contents = bytes),
  });
  node.usedBytes = files.size("python_stdlib.zip");
}

/** Get the standard library if it isn't there yet, so that importing from it doesn't wait for the network. */
export async function fetchStdlib({ FS }: PyodideAPI, files: SiteFiles): Promise<void> {
  const { node } = (FS as FileSystem).lookupPath(STDLIB);
  const toCome = Object.getOwnPropertyDescriptor(node, "contents")?.get !== undefined;
  if (!toCome) return;
  try {
    const response = await files.openOptional("python_stdlib.zip");
    node.contents = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    // It goes wrong again, and is reported, when Python reads the file; the visitor may just be leaving the page.
    console.info("PyBlocks: the rest of the standard library isn’t here yet:", error);
  }
}
