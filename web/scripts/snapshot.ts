/**
 * Make the memory snapshot that sites start from: `node snapshot.js FOLDER` reads `pyblocks.zip` in the folder and
 * writes `snapshot.bin`, and `modules.json` with the names of the modules in it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { loadPyodide, type PyodideAPI } from "pyodide";
import createModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import type { CreateModule, LoadPyodide, PyodideModule } from "../src/boot/module";
import { difference, differingPages, encodeSnapshot, type SnapshotHead } from "../src/boot/snapshot";
import { SITE_PACKAGES, unpack } from "../src/boot/unpack";

interface Python extends PyodideAPI {
  _module: PyodideModule & {
    _malloc: (size: number) => number;
    _free: (address: number) => void;
    _emscripten_get_sbrk_ptr: () => number;
  };
  makeMemorySnapshot: () => Uint8Array<ArrayBuffer>;
}

const load = loadPyodide as unknown as LoadPyodide;
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

const folder = process.argv[2] ?? ".";
const pyblocks = new Uint8Array(await readFile(`${folder}/pyblocks.zip`));
const stackSwitching = await stackSwitchingConstant();
const fresh = await freshMemory("");
const volatile = differingPages(fresh, await freshMemory("x".repeat(10_000)));
let timezone: number[] = [];
const python = await start((addresses) => {
  timezone = addresses;
});
unpack(python, pyblocks, SITE_PACKAGES);
const modules = python.runPython("import json, pyblocks.snapshot; json.dumps(pyblocks.snapshot.prepare())") as string;
clearFreeMemory(python);
const { memory, references } = parts(python.makeMemorySnapshot());
const { pages, ...delta } = difference(fresh, memory, volatile);
const head: SnapshotHead = {
  pyodide: python._module.API.config.BUILD_ID,
  size: memory.length,
  volatile,
  ...delta,
  references,
  timezone,
};
// Zstandard and Brotli are a quarter smaller, but no browser has the one and not every browser has the other.
await writeFile(`${folder}/snapshot.bin`, gzipSync(encodeSnapshot({ head, pages }), { level: 9 }));
await writeFile(`${folder}/modules.json`, modules);
process.exit();
