import type { loadPyodide, PyodideAPI } from "pyodide";

/** What Emscripten made of Pyodide, as far as starting from a snapshot needs it; Pyodide itself keeps this private. */
export interface PyodideModule {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  API: { config: { BUILD_ID: string }; restoreSnapshot: (snapshot: Uint8Array) => unknown };
  _emscripten_resize_heap: (bytes: number) => void;
}

/** A file of Emscripten's file system in memory. */
export interface FileNode {
  contents: Uint8Array;
  usedBytes: number;
}

/** What is used of Emscripten's file system. */
export interface FileSystem {
  mkdirTree: (path: string) => void;
  writeFile: (path: string, bytes: Uint8Array) => void;
  lookupPath: (path: string) => { node: FileNode };
}

export interface ModuleSettings {
  noInitialRun?: boolean;
  instantiateWasm: (imports: { env: Record<string, (...args: number[]) => unknown> }, done: unknown) => unknown;
}

export type CreateModule = (settings: ModuleSettings) => Promise<PyodideModule>;

/** The options of `loadPyodide`, its private ones too. */
export type PyodideOptions = Omit<NonNullable<Parameters<typeof loadPyodide>[0]>, "createPyodideModule"> & {
  createPyodideModule: CreateModule;
};

/** Pyodide's `loadPyodide` with the types above. */
export type LoadPyodide = (options: PyodideOptions) => Promise<PyodideAPI>;
