import type { PyodideAPI } from "pyodide";
import type { PyCallable } from "pyodide/ffi";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  Reflect.deleteProperty(WebAssembly, "Suspending");
});

/** Pyodide, as far as a call of Python waits in it: for its next turn. */
function pyodide(): { api: PyodideAPI; python: PyCallable; calls: string[] } {
  const calls: string[] = [];
  const _api = { scheduleCallback: (next: () => void) => void setTimeout(next) };
  const python = Object.assign(
    (name: string) => {
      calls.push(`${name}, blocking`);
    },
    {
      callPromising: async (name: string) => {
        await new Promise<void>((resolve) => {
          _api.scheduleCallback(resolve);
        });
        calls.push(name);
      },
    },
  );
  return { api: { _api } as unknown as PyodideAPI, python: python as unknown as PyCallable, calls };
}

test("Python is entered once the script that calls it is over, in order, and no turn later", async () => {
  Object.assign(WebAssembly, { Suspending: vi.fn() });
  const { entry } = await import("../src/boot/entry");
  const { api, python, calls } = pyodide();
  const enter = entry(api);
  const turn = vi.fn();
  setTimeout(turn);
  void enter(python, "one");
  const last = enter(python, "two");
  expect(calls).toEqual([]);
  await last;
  expect(calls).toEqual(["one", "two"]);
  expect(turn).not.toHaveBeenCalled();
});

test("without stack switching too, though there it blocks", async () => {
  const { entry } = await import("../src/boot/entry");
  const { api, python, calls } = pyodide();
  const called = entry(api)(python, "one");
  expect(calls).toEqual([]);
  await called;
  expect(calls).toEqual(["one, blocking"]);
});
