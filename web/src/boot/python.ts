import { unzipSync } from "fflate";
import { loadPyodide, type PyodideAPI } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { PyCallable } from "pyodide/ffi";
import type { Site, SiteFile } from "../site";
import type { ToPage, ToPython } from "../protocol";
import { makeCipher } from "./cipher";
import type { SiteFiles } from "./files";
import type { Progress } from "./progress";

type CreateModule = NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]>;

/** What Python's side of the messages needs of the page. */
export interface Receiver {
  /** Takes each message of session `number`. */
  receive: (number: number, message: ToPage) => void;
}

/** Python, with the app running in it. */
export interface Python {
  /** How many sessions the app launched; none if it failed, which a message has told. */
  sessions: number;
  send: (number: number, message: ToPython) => void;
}

/** What is used of Emscripten's file system. */
interface FileSystem {
  mkdirTree: (path: string) => void;
  writeFile: (path: string, bytes: Uint8Array) => void;
}

const APP_FOLDER = "/home/pyodide/app";

/** Where stack switching (JSPI) exists, a handler that sleeps doesn't freeze the page. */
const canSuspend = "Suspending" in WebAssembly;

/** Start Python on this thread and run the app in it. */
export async function startPython(
  site: Site,
  files: SiteFiles,
  progress: Progress,
  receiver: Receiver,
): Promise<Python> {
  const everything = Promise.all([load(site, files, progress), files.bytes("pyblocks.zip"), files.bytes("app.zip")]);
  const [pyodide, pyblocks, app] = await Promise.race([everything, files.failed]);
  const sitePackages = pyodide.runPython("import site; site.getsitepackages()[0]") as string;
  unpack(pyodide, pyblocks, sitePackages);
  unpack(pyodide, app, APP_FOLDER);
  progress.running();
  const { Host } = pyodide.pyimport("pyblocks.runtime") as { Host: PyCallable };
  const host = Host({
    receive: (number: number, text: string) => {
      receiver.receive(number, JSON.parse(text) as ToPage);
    },
    paint,
    makeCipher,
  }) as { start: PyCallable; dispatch: PyCallable };
  const sessions = (await call(host.start, `${APP_FOLDER}/${site.entry}`)) as number;
  const { dispatch } = host;
  return {
    sessions,
    send: (number, message) => {
      const text = JSON.stringify(message);
      if (message.type === "unload") dispatch(number, text); // at once: there is no later
      else Promise.resolve(call(dispatch, number, text)).catch(reportError);
    },
  };
}

function call(python: PyCallable, ...args: unknown[]): unknown {
  return canSuspend ? python.callPromising(...args) : python(...args);
}

/** Resolves after the next paint; soon, where nothing is painted, as in a background tab. */
function paint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/** Load Pyodide with the site's own files: it looks them up by name, beside the page and nowhere else. */
async function load(site: Site, files: SiteFiles, progress: Progress): Promise<PyodideAPI> {
  const here = new URL("./", document.baseURI).href;
  const fetchAnything = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = url.startsWith(here) ? url.slice(here.length) : "";
    return name in site.files ? files.open(name as SiteFile) : fetchAnything(input, init);
  };
  try {
    return await loadPyodide({
      indexURL: here,
      packageBaseUrl: here,
      lockFileContents: { info, packages: {} } as never,
      createPyodideModule: await createModule(site, files, progress),
      env: { HOME: "/home/pyodide" },
    });
  } finally {
    globalThis.fetch = fetchAnything;
  }
}

async function createModule(site: Site, files: SiteFiles, progress: Progress): Promise<CreateModule> {
  const { url, size } = site.files["pyodide.asm.mjs"];
  const embedded = url.startsWith("#");
  const source = embedded ? URL.createObjectURL(await (await files.open("pyodide.asm.mjs")).blob()) : url;
  const module = (await import(/* @vite-ignore */ new URL(source, document.baseURI).href)) as { default: CreateModule };
  if (embedded) URL.revokeObjectURL(source);
  else progress.add(size);
  return module.default;
}

function unpack(pyodide: PyodideAPI, archive: Uint8Array, folder: string): void {
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
