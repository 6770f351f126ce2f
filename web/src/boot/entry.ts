import type { PyodideAPI } from "pyodide";
import type { PyCallable } from "pyodide/ffi";

/** What Pyodide lets a call wait with before it enters Python on a stack of its own. */
interface Scheduling {
  _api: { scheduleCallback: (next: () => void, delay: number) => void };
}

/** Where stack switching (JSPI) exists, a function that sleeps doesn't freeze the page. */
export const canSuspend = "Suspending" in WebAssembly;

/**
 * How to call Python: once the script that runs now is over, so that Python is never called by what it calls; and so that
 * it can be suspended, where the browser knows how.
 *
 * Pyodide waits a turn of the event loop first, so that nothing of Python is on the stack that the call begins on. The end
 * of the script that runs now is enough for that, and comes sooner: what a click does is not to wait behind the timers
 * and messages of the page.
 */
export function entry(pyodide: PyodideAPI): (python: PyCallable, ...args: unknown[]) => Promise<unknown> {
  if (!canSuspend) return (python, ...args) => Promise.resolve().then(() => python(...args) as unknown);
  const { _api: api } = pyodide as unknown as Scheduling;
  return (python, ...args) => {
    const { scheduleCallback } = api;
    api.scheduleCallback = (next) => {
      next();
    };
    try {
      return python.callPromising(...args);
    } finally {
      api.scheduleCallback = scheduleCallback;
    }
  };
}
