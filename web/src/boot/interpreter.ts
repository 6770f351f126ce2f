import { loadPyodide, type PyodideAPI } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { SiteFiles } from "./files";
import type { CreateModule, LoadPyodide, PyodideOptions } from "./module";
import { hideSuspended, type Suspending } from "./suspended";

/** The two parts of Pyodide that take longest to compile: both begin at once, before either is asked for. */
export class Engine {
  readonly createModule: Promise<CreateModule>;
  private readonly wasm: Promise<WebAssembly.Module>;

  constructor(files: SiteFiles) {
    this.wasm = files.compile("pyodide.asm.wasm");
    this.createModule = importModule(files);
    // Whoever needs them learns what went wrong, and so does `files.failed`.
    this.wasm.catch(() => undefined);
    this.createModule.catch(() => undefined);
  }

  /** For `WebAssembly.instantiateStreaming`, which would compile again. */
  async instantiate(imports: WebAssembly.Imports): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
    const module = await this.wasm;
    hideSuspended(imports.env as unknown as Suspending, () => instance.exports.memory as WebAssembly.Memory);
    const instance = await WebAssembly.instantiate(module, imports);
    return { module, instance };
  }
}

/** Pyodide's own script, from its file or from the page. */
async function importModule(files: SiteFiles): Promise<CreateModule> {
  const url = await files.script("pyodide.asm.mjs");
  const module = (await import(/* @vite-ignore */ url)) as { default: CreateModule };
  return module.default;
}

/**
 * Load Pyodide with the site's own files: it looks them up by name, beside the page and nowhere else.
 *
 * @param stdlib gives Pyodide the standard library
 * @param options for `loadPyodide`, beside those that say where everything is
 */
export async function loadInterpreter(
  engine: Engine,
  stdlib: () => Promise<Response>,
  options: Partial<PyodideOptions> = {},
): Promise<PyodideAPI> {
  const here = new URL("./", document.baseURI).href;
  const { fetch } = globalThis;
  const { instantiateStreaming, Module } = WebAssembly;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === `${here}python_stdlib.zip`) return stdlib();
    return url === `${here}pyodide.asm.wasm` ? Promise.resolve(new Response()) : fetch(input, init);
  };
  WebAssembly.instantiateStreaming = (_, imports) => engine.instantiate(imports ?? {});
  WebAssembly.Module = compilingOnce(Module);
  try {
    return await (loadPyodide as unknown as LoadPyodide)({
      indexURL: here,
      packageBaseUrl: here,
      lockFileContents: { info, packages: {} } as never,
      env: { HOME: "/home/pyodide" },
      createPyodideModule: await engine.createModule,
      ...options,
    });
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
    WebAssembly.Module = Module;
  }
}

/** Emscripten wraps hundreds of functions, each in a module of its own, and most of these are the same. */
function compilingOnce(Module: typeof WebAssembly.Module): typeof WebAssembly.Module {
  const compiled = new Map<string, WebAssembly.Module>();
  return new Proxy(Module, {
    construct(_, [bytes]: [Uint8Array<ArrayBuffer>]) {
      const key = String(bytes);
      const module = compiled.get(key) ?? new Module(bytes);
      compiled.set(key, module);
      return module;
    },
  });
}
