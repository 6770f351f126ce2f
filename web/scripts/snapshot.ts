/**
 * Make the memory snapshot that sites start from: `node snapshot.js FOLDER` reads `pyblocks.zip` in the folder and
 * writes `snapshot.bin`, and `modules.json` with the names of the modules in it.
 *
 * With `app.zip`, an app's folder, and `task.json` in the folder, the modules that the app imports are there too; both
 * files are in `result.zip` then.
 */
import { zipSync } from "fflate";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { PyodideAPI } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { CreateModule, PyodideModule } from "../src/boot/module";
import { checksum, difference, differingPages, encodeSnapshot, type SnapshotHead } from "../src/boot/snapshot";
import { APP_FOLDER, SITE_PACKAGES, unpack } from "../src/boot/unpack";
import { enterSandbox } from "./sandbox";

interface Python extends PyodideAPI {
  _module: PyodideModule & {
    _malloc: (size: number) => number;
    _free: (address: number) => void;
    _emscripten_get_sbrk_ptr: () => number;
  };
  makeMemorySnapshot: () => Uint8Array<ArrayBuffer>;
}

const lockFileContents = { info, packages: {} } as never;

/** The memory right after instantiation, in an environment with this variable in it. */
function freshMemory(variable: string): Promise<Uint32Array> {
  return new Promise((resolve, reject) => {
    const create: CreateModule = async (settings) => {
      settings.noInitialRun = true;
      const module = await createModule(settings);
      resolve(module.HEAPU32.slice());
      return new Promise<never>(() => undefined);
    };
    load({ lockFileContents, createPyodideModule: create, env: { VARIABLE: variable } }).catch(reject);
  });
}

/**
 * Which of Emscripten's inlined scripts asks whether the browser can switch stacks. C keeps the answer in its memory, and
 * Node 20 says no: the snapshot says yes, and is for browsers that can.
 */
async function stackSwitchingConstant(): Promise<number> {
  const script = await readFile(createRequire(import.meta.url).resolve("pyodide/pyodide.asm.mjs"), "utf8");
  const found = /(\d+):\(\)=>jspiSupported/.exec(script);
  if (!found) throw new Error("This Pyodide asks for stack switching in another way: see web/scripts/snapshot.ts.");
  return Number(found[1]);
}

/** Start Python; `onTimezone` is told the addresses where the C library keeps the time zone. */
async function start(onTimezone: (addresses: number[]) => void): Promise<Python> {
  const create: CreateModule = (settings) => {
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, done) => {
      const setTimezone = imports.env._tzset_js;
      const runConstant = imports.env.emscripten_asm_const_int;
      imports.env.emscripten_asm_const_int = (code, ...rest) =>
        code === stackSwitching ? 1 : (runConstant?.(code, ...rest) ?? 0);
      imports.env._tzset_js = (...addresses) => {
        onTimezone(addresses);
        setTimezone?.(...addresses);
      };
      return instantiate(imports, done);
    };
    return createModule(settings);
  };
  // A seed, so that the hashes don't depend on chance.
  const env = { HOME: "/home/pyodide", PYTHONHASHSEED: "0" };
  return (await load({ lockFileContents, createPyodideModule: create, env, _makeSnapshot: true })) as Python;
}

/** Overwrite with zeros what was freed: it is a quarter of the compressed snapshot. */
function clearFreeMemory({ _module: module }: Python): void {
  const end = module.HEAPU32[module._emscripten_get_sbrk_ptr() >>> 2] ?? 0;
  const taken: number[] = [];
  for (let size = 2 ** 14; size >= 8; size = size > 64 ? size / 2 : size - 8) {
    for (let address = 0; address < end; taken.push(address)) {
      address = module._malloc(size);
      if (address < end) module.HEAPU8.fill(0, address, address + size);
    }
  }
  taken.forEach(module._free);
}

/** The memory in a snapshot as Pyodide makes it, and what goes before it there. */
function parts(snapshot: Uint8Array<ArrayBuffer>): { memory: Uint32Array; references: unknown } {
  const [, start = 0, length = 0] = new Uint32Array(snapshot.buffer, 0, 3);
  const head = new TextDecoder().decode(snapshot.subarray(HEAD, HEAD + length));
  return { memory: new Uint32Array(snapshot.buffer, start), references: JSON.parse(head) };
}

/** Where Pyodide's head of a snapshot begins, after numbers. */
const HEAD = 48;

/** From now on, each look at the clock is a millisecond after the one before: the same files give the same snapshot. */
function stopClock(): void {
  let time = Date.UTC(2020, 0);
  globalThis.Date = class extends Date {
    constructor(...args: [] | [number]) {
      super(args[0] ?? ++time);
    }
    static override now(): number {
      return ++time;
    }
  } as DateConstructor;
  performance.now = () => ++time;
}

/** Import PyBlocks, and the app's modules if there is an app; gives what `pyblocks.host.snapshot.prepare` does. */
function prepare(python: Python, app: Uint8Array | null, entry: string): { modules: string[]; left_out: string[] } {
  unpack(python, pyblocks, SITE_PACKAGES);
  if (app) unpack(python, app, APP_FOLDER);
  const path = app ? JSON.stringify(`${APP_FOLDER}/${entry}`) : "None";
  try {
    const program = `import json, pyblocks.host.snapshot; json.dumps(pyblocks.host.snapshot.prepare(${path}))`;
    return JSON.parse(python.runPython(program) as string) as ReturnType<typeof prepare>;
  } catch (error) {
    throw app ? new AppFailure(lastLine(String(error)).replace(/^pyblocks\.app\.AppError: /, "")) : error;
  }
}

/** What is wrong with the app, for its author. */
class AppFailure extends Error {}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function takeMemory(python: Python): Uint8Array<ArrayBuffer> {
  try {
    return python.makeMemorySnapshot();
  } catch (error) {
    if (!app) throw error;
    throw new AppFailure(`a module that the app imports holds an object of JavaScript (${lastLine(String(error))})`);
  }
}

async function makeSnapshot(): Promise<{ file: Uint8Array; modules: string[]; left_out: string[] }> {
  const fresh = await freshMemory("");
  const volatile = differingPages(fresh, await freshMemory("x".repeat(10_000)));
  let timezone: number[] = [];
  const python = await start((addresses) => {
    timezone = addresses;
  });
  const prepared = prepare(python, app, task.entry);
  clearFreeMemory(python);
  const { memory, references } = parts(takeMemory(python));
  const { pages, ...delta } = difference(fresh, memory, volatile);
  const head: SnapshotHead = {
    pyodide: python._module.API.config.BUILD_ID,
    app: app && checksum(app),
    size: memory.length,
    volatile,
    ...delta,
    references,
    timezone,
  };
  // Zstandard and Brotli are a quarter smaller, but no browser has the one and not every browser has the other.
  return { file: gzipSync(encodeSnapshot({ head, pages }), { level: 9 }), ...prepared };
}

const folder = process.argv[2] ?? ".";
const pyblocks = new Uint8Array(await readFile(`${folder}/pyblocks.zip`));
const app = existsSync(`${folder}/app.zip`) ? new Uint8Array(await readFile(`${folder}/app.zip`)) : null;
const task = app ? (JSON.parse(await readFile(`${folder}/task.json`, "utf8")) as { entry: string }) : { entry: "" };
if (!app) stopClock(); // an app may want to know when it was built
const stackSwitching = await stackSwitchingConstant();
const exit = process.exit.bind(process); // the sandbox has no process
const { load, createModule } = await enterSandbox({});
try {
  const { file, modules, left_out } = await makeSnapshot();
  if (app) {
    const result = new TextEncoder().encode(JSON.stringify({ modules, left_out }));
    await writeFile(`${folder}/result.zip`, zipSync({ "modules.json": result, "snapshot.bin": file }, { level: 0 }));
  } else {
    await writeFile(`${folder}/snapshot.bin`, file);
    await writeFile(`${folder}/modules.json`, JSON.stringify(modules));
  }
} catch (error) {
  if (!(error instanceof AppFailure)) throw error;
  await writeFile(`${folder}/error.txt`, error.message);
}
exit();
