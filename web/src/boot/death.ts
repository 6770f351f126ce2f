import type { PyodideAPI } from "pyodide";

/** Pyodide's own hook for the moment after which it can't be used any more; it has written why into the console. */
interface Mortal {
  _api: { on_fatal?: (error: unknown) => void };
}

/** Call `died` with what to tell the visitor, if WebAssembly breaks down or the app ends Python. */
export function onDeath(pyodide: PyodideAPI, died: (reason: string) => void): void {
  (pyodide as unknown as Mortal)._api.on_fatal = (error) => {
    died(reasonOf(error));
  };
}

/** In the visitor's words: Python's and the browsers' own are in the console. */
export function reasonOf(error: unknown): string {
  const { name, message, status } = error as { name?: string; message?: string; status?: number };
  if (status !== undefined) return `The app ended itself, with exit status ${status}.`;
  const text = `${name ?? ""}: ${message ?? String(error)}`;
  if (/call stack|too much recursion|stack overflow/i.test(text))
    return "The app’s functions called each other too deeply: no stack was left.";
  if (/out of memory|allocation|memory access/i.test(text)) return `The app’s Python ran out of memory (${text}).`;
  return `The app’s Python broke down (${text}).`;
}
