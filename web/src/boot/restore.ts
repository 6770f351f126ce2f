import type { PyodideAPI } from "pyodide";
import { canSuspend } from "./entry";
import type { SiteFiles } from "./files";
import { loadInterpreter, type Engine } from "./interpreter";
import type { CreateModule } from "./module";
import { checksum, decodeSnapshot, restoreMemory, type Snapshot } from "./snapshot";
import { placeStdlib } from "./stdlib";

/**
 * Start Python from the site's memory snapshot, in which PyBlocks is imported already, and maybe the app's modules.
 *
 * @throws if the snapshot is damaged, doesn't fit the site's other files, or this browser can't have it
 */
export async function restorePython(engine: Engine, files: SiteFiles, app: Promise<Uint8Array>): Promise<PyodideAPI> {
  if (!canSuspend) throw new Error("it is for browsers with WebAssembly stack switching");
  const snapshot = readSnapshot(files, app);
  snapshot.catch(() => undefined); // it is awaited below, unless something else fails first
  const pyodide = await loadInterpreter(engine, () => Promise.resolve(new Response()), {
    createPyodideModule: restoring(await engine.createModule, snapshot),
    _loadSnapshot: new Uint8Array(), // makes Pyodide go on from a snapshot, which `restoring` has put in place
  });
  await placeStdlib(pyodide, files);
  const language = navigator.language.replace("-", "_");
  const { resume } = pyodide.pyimport("pyblocks.host.snapshot") as { resume: (environment: unknown) => void };
  resume(pyodide.toPy({ LANG: `${language}.UTF-8` }));
  return pyodide;
}

async function readSnapshot(files: SiteFiles, app: Promise<Uint8Array>): Promise<Snapshot> {
  const snapshot = decodeSnapshot(await files.snapshotBytes());
  if (snapshot.head.app !== null && checksum(await app) !== snapshot.head.app)
    throw new Error("the snapshot is of another app");
  return snapshot;
}

/** Make the module with the snapshot in its memory. */
function restoring(create: CreateModule, snapshot: Promise<Snapshot>): CreateModule {
  return async (settings) => {
    let setTimezone: ((...addresses: number[]) => void) | undefined;
    const instantiate = settings.instantiateWasm;
    settings.instantiateWasm = (imports, done) => {
      setTimezone = imports.env._tzset_js;
      return instantiate(imports, done);
    };
    const module = await create(settings);
    const { head, pages } = await snapshot;
    if (head.pyodide !== module.API.config.BUILD_ID) throw new Error("the snapshot is of another Pyodide");
    if (module.HEAPU32.length < head.size) module._emscripten_resize_heap(4 * head.size);
    if (module.HEAPU32.length < head.size) throw new Error("there is no memory for it");
    restoreMemory(module.HEAPU32, { head, pages });
    setTimezone?.(...head.timezone);
    module.API.restoreSnapshot = () => head.references;
    return module;
  };
}
