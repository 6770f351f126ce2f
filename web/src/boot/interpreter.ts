import { loadPyodide, type PyodideAPI } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { SiteFile } from "../site";
import type { SiteFiles } from "./files";
import type { CreateModule, LoadPyodide, PyodideOptions } from "./module";

type Options = Partial<PyodideOptions>;
type Respond = (name: SiteFile) => Promise<Response>;

/**
 * Load Pyodide with the site's own files: it looks them up by name, beside the page and nowhere else.
 *
 * @param options for `loadPyodide`, beside those that say where everything is
 * @param respond gives Pyodide a file
 */
export async function loadInterpreter(
  options: Options & Pick<PyodideOptions, "createPyodideModule">,
  respond: Respond,
): Promise<PyodideAPI> {
  const here = new URL("./", document.baseURI).href;
  const fetchAnything = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = url.startsWith(here) ? url.slice(here.length) : "";
    return OWN.has(name) ? respond(name as SiteFile) : fetchAnything(input, init);
  };
  try {
    return await (loadPyodide as unknown as LoadPyodide)({
      indexURL: here,
      packageBaseUrl: here,
      lockFileContents: { info, packages: {} } as never,
      env: { HOME: "/home/pyodide" },
      ...options,
    });
  } finally {
    globalThis.fetch = fetchAnything;
  }
}

/** What Pyodide fetches by itself. */
const OWN = new Set(["pyodide.asm.wasm", "python_stdlib.zip"]);

/** Pyodide's own script, from its file or from the page. */
export async function importModule(files: SiteFiles): Promise<CreateModule> {
  const url = await files.script("pyodide.asm.mjs");
  const module = (await import(/* @vite-ignore */ url)) as { default: CreateModule };
  return module.default;
}
