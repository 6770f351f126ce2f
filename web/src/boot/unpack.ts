import { unzipSync } from "fflate";
import type { PyodideAPI } from "pyodide";
import type { FileSystem } from "./module";

/** Where Pyodide's Python looks for packages. */
export const SITE_PACKAGES = "/lib/python3.14/site-packages";

/** Where the app's folder is. */
export const APP_FOLDER = "/home/pyodide/app";

/** Unpack a zip archive into a folder of Python's file system. */
export function unpack(pyodide: PyodideAPI, archive: Uint8Array, folder: string): void {
  const FS = pyodide.FS as FileSystem;
  FS.mkdirTree(folder);
  for (const [path, bytes] of Object.entries(unzipSync(archive))) {
    const target = `${folder}/${path}`;
    if (path.endsWith("/")) FS.mkdirTree(target);
    else {
      FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
      FS.writeFile(target, bytes);
    }
  }
}
