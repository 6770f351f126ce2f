/**
 * Where an app runs when its site is built: in a Python that knows nothing of Node and of this machine.
 *
 * The build starts this program without an environment, and lets it read its own files and write into one folder only
 * (`pyblocks/build/tool.py`). Here the program gives up what is left, before anything of the app is there: JavaScript that
 * an app runs finds the globals of the language and a few of a web worker's, no `process`, no `require`, no modules, no
 * network.
 */
import { readFile } from "node:fs/promises";
import module, { createRequire } from "node:module";
import { Socket, Server } from "node:net";
import { runInNewContext } from "node:vm";
import type { CreateModule, LoadPyodide } from "../src/boot/module";

/** Pyodide, as it was loaded in the sandbox. */
export interface SandboxedPyodide {
  load: LoadPyodide;
  createModule: CreateModule;
}

const NO_NETWORK = "There is no network when a site is built.";

/** What stays of Node's globals beside those of the language. Each is a web worker's too. */
const KEPT = `AbortController AbortSignal Blob DOMException Event EventTarget MessageChannel MessageEvent MessagePort
  ReadableStream TextDecoder TextEncoder URL URLSearchParams WritableStream atob btoa clearInterval clearTimeout crypto
  performance queueMicrotask setInterval setTimeout structuredClone`.split(/\s+/);

/** What of `process` could reach out of it, for those who get hold of it in spite of all. */
const REACHING_OUT =
  `_debugEnd _debugProcess _getActiveHandles _getActiveRequests _kill _linkedBinding abort binding chdir dlopen
  execve getBuiltinModule kill loadEnvFile mainModule openStdin permission report stderr stdin stdout`.split(/\s+/);

/**
 * Give up the machine and load Pyodide; the program's own chunks are all that can be imported from then on.
 *
 * @param files what Pyodide may fetch beside its own files, by name
 */
export async function enterSandbox(files: Record<string, Uint8Array<ArrayBuffer>>): Promise<SandboxedPyodide> {
  const resolve = (name: string): string => createRequire(import.meta.url).resolve(`pyodide/${name}`);
  for (const name of ["pyodide.asm.wasm", "python_stdlib.zip"])
    files[name] = new Uint8Array(await readFile(resolve(name)));
  const lock = guardImports();
  Socket.prototype.connect = Server.prototype.listen = noNetwork;
  hideNode();
  poseAsWorker(files);
  const { loadPyodide } = await import("pyodide");
  const { default: createModule } = await import("pyodide/pyodide.asm.mjs");
  lock();
  const load = loadPyodide as unknown as LoadPyodide;
  return {
    load: async (options) => {
      const python = await load(options);
      for (const name of ["WorkerGlobalScope", "self", "location"]) Reflect.deleteProperty(globalThis, name);
      globalThis.fetch = () => Promise.reject(new TypeError(NO_NETWORK));
      return python;
    },
    createModule,
  };
}

function noNetwork(): never {
  throw new TypeError(NO_NETWORK);
}

/** The two kinds of hooks for imports that Node has; `@types/node` is that of Node 20, which has the second only. */
const { register, registerHooks } = module as unknown as {
  register: (module: string, options: { data: unknown }) => void;
  registerHooks?: (hooks: { resolve: Resolve }) => void;
};

type Resolve = (specifier: string, context: unknown, next: Next) => { url: string };
type Next = (specifier: string, context: unknown) => { url: string };

/** Let modules be imported until the returned function is called; then only those of this program, by relative names. */
function guardImports(): () => void {
  const locked = new Int32Array(new SharedArrayBuffer(4));
  const own = new URL("./", import.meta.url).href;
  const resolve: Resolve = (specifier, context, next) => {
    if (locked[0] === 0) return next(specifier, context);
    const found = /^\.{1,2}\//.test(specifier) ? next(specifier, context) : undefined;
    if (found?.url.startsWith(own)) return found;
    throw new TypeError(`${specifier} can't be imported when a site is built.`);
  };
  if (registerHooks) registerHooks({ resolve });
  else register(`data:text/javascript,${encodeURIComponent(THREAD_HOOKS)}`, { data: { locked, own } });
  return () => {
    Atomics.store(locked, 0, 1);
  };
}

/** The same as a module, which Node 20 runs in a thread of its own. */
const THREAD_HOOKS = `
  let data;
  export function initialize(given) { data = given; }
  export async function resolve(specifier, context, next) {
    if (Atomics.load(data.locked, 0) === 0) return next(specifier, context);
    const found = /^\\.{1,2}\\//.test(specifier) ? await next(specifier, context) : undefined;
    if (found?.url.startsWith(data.own)) return found;
    throw new TypeError(specifier + " can't be imported when a site is built.");
  }`;

function hideNode(): void {
  const { process } = globalThis;
  for (const name of REACHING_OUT) Reflect.deleteProperty(process, name);
  const kept = new Set([...KEPT, ...(runInNewContext("Object.getOwnPropertyNames(globalThis)") as string[])]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!kept.has(name)) Reflect.deleteProperty(globalThis, name);
  }
  const silent = Object.keys(console).map((name) => [name, (): void => undefined]);
  globalThis.console = Object.fromEntries(silent) as Console;
}

/** Be what Pyodide takes for a web worker: there it uses nothing of Node. It fetches `files`, and there is nothing else. */
function poseAsWorker(files: Record<string, Uint8Array<ArrayBuffer>>): void {
  const WorkerGlobalScope = { [Symbol.hasInstance]: (value: unknown) => value === globalThis };
  const fetch = (url: unknown): Promise<unknown> => {
    const file = files[String(url).replace(/^.*\//, "")] ?? noNetwork();
    return Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(file.buffer) });
  };
  const instantiateStreaming: typeof WebAssembly.instantiateStreaming = async (source, imports) =>
    WebAssembly.instantiate(await (await source).arrayBuffer(), imports);
  const location = { href: "https://build.invalid/", toString: () => "https://build.invalid/" };
  Object.assign(globalThis, { WorkerGlobalScope, self: globalThis, location, fetch });
  Object.assign(WebAssembly, { instantiateStreaming });
}
