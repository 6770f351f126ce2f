import type { PyodideAPI } from "pyodide";
import type { PyCallable } from "pyodide/ffi";
import type { ToPage, ToPython } from "../protocol";
import { keepOffline } from "../offline/keep";
import { makeCipher } from "./cipher";
import { onDeath } from "./death";
import { entry } from "./entry";
import { shallowJson } from "../lib/nesting";
import { BootError } from "./failure";
import type { SiteFiles } from "./files";
import { Engine, loadInterpreter } from "./interpreter";
import type { Progress } from "./progress";
import { fetchPyblocks } from "./pyblocks";
import { request, requestNow } from "./request";
import { restorePython } from "./restore";
import { fetchStdlib } from "./stdlib";
import { APP_FOLDER, unpack } from "./unpack";

/** What Python's side of the messages needs of the page. */
export interface Receiver {
  /** Takes each message of session `number`. */
  receive: (number: number, message: ToPage) => void;
  /** Python has stopped for good: why, for the visitor. */
  died: (reason: string) => void;
}

/** Python, with the app running in it. */
export interface Python {
  /** How many sessions the app launched; none if it failed, which a message has told. */
  sessions: number;
  send: (number: number, message: ToPython) => void;
}

/** A message that takes Python longer than this, in ms, is seen to be pending. */
const LATE = 40;

/** Start Python on this thread and run the app in it. */
export async function startPython(files: SiteFiles, progress: Progress, receiver: Receiver): Promise<Python> {
  const app = files.bytes("app.zip");
  const everything = Promise.all([load(files, app), app]);
  const [{ pyodide, isRestored }, archive] = await Promise.race([everything, files.failed]);
  unpack(pyodide, archive, APP_FOLDER);
  progress.running();
  const { Host } = pyodide.pyimport("pyblocks.host.runtime") as { Host: PyCallable };
  const receive = (number: number, text: string): void => {
    const message = JSON.parse(text) as ToPage;
    receiver.receive(number, message);
    if (message.type === "ready" && number === 0) void settle(files, isRestored ? pyodide : null);
  };
  const host = Host({ receive, paint, makeCipher, request, requestNow }) as Record<
    "start" | "dispatch" | "tell_waiting",
    PyCallable
  >;
  const enter = entry(pyodide);
  let isDead = false;
  const { promise: death, reject } = Promise.withResolvers<never>();
  onDeath(pyodide, (reason) => {
    reject(new BootError(reason));
  });
  const sessions = (await Promise.race([enter(host.start, `${APP_FOLDER}/${files.site.entry}`), death])) as number;
  const { dispatch, tell_waiting } = host;
  onDeath(pyodide, (reason) => {
    isDead = true;
    receiver.died(reason);
  });
  return {
    sessions,
    send: (number, message) => {
      if (isDead) return;
      const text = shallowJson(message);
      if (message.type === "unload") {
        dispatch(number, text); // at once: there is no later
        return;
      }
      const answered = enter(dispatch, number, text);
      // Only now: Python may be done, and a timer takes long to set.
      const late = setTimeout(() => {
        if (!isDead) tell_waiting(number);
      }, LATE);
      answered
        .catch((error: unknown) => {
          if (!isDead) reportError(error);
        })
        .finally(() => {
          clearTimeout(late);
        });
    },
  };
}

/** What can wait until the app is ready; for a Python that was restored, the files that it hasn't needed so far. */
async function settle(files: SiteFiles, restored: PyodideAPI | null): Promise<void> {
  if (restored) {
    await fetchStdlib(restored, files);
    await fetchPyblocks(restored, files);
  }
  await keepOffline(files.site);
}

/** Python with PyBlocks in it; `isRestored` says that it goes on from a snapshot. */
interface Loaded {
  pyodide: PyodideAPI;
  isRestored: boolean;
}

/** Load Python: from the snapshot if there is one and it works, as Pyodide does it otherwise. */
async function load(files: SiteFiles, app: Promise<Uint8Array>): Promise<Loaded> {
  const engine = new Engine(files);
  if (files.has("snapshot.bin")) {
    try {
      return { pyodide: await restorePython(engine, files, app), isRestored: true };
    } catch (error) {
      console.warn("PyBlocks starts without its memory snapshot:", error);
    }
  }
  return { pyodide: await loadInterpreter(engine, () => files.open("bytecode.zip")), isRestored: false };
}

/** Resolves after the next paint; in a background tab, where nothing is painted and timers are slow, at once. */
function paint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) {
      turn(resolve);
      return;
    }
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/** Call `next` after what is due already. */
function turn(next: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    next();
  };
  port2.postMessage(null);
}
