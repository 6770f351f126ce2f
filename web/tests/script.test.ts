import { describe, expect, test, vi } from "vitest";
import { reasonOf } from "../src/boot/death";
import { addToHead } from "../src/lib/html/head";
import { callFunction, runCode } from "../src/lib/script";
import { show } from "./page";

declare global {
  interface Window {
    heard: unknown[];
  }
}

describe("a listener's function", () => {
  test.each([
    ["(a, b) => a + b", "12"],
    ["async (a, b) => a + b", "12"],
    ["function (a, b) { return a + b }", "12"],
    ["function add(a, b) { return a + b }", "12"],
    ["  (a, b) => {\n  // the sum\n  return a + b;\n};\n", "12"],
    ["(a) => a // the first", "1"],
    ["encodeURIComponent", "1"],
    ["() => {}", undefined],
  ])("%s is called", async (source, expected) => {
    expect(await callFunction(source, ["1", "2"])).toBe(expected);
  });

  test("has begun when the call returns", () => {
    window.heard = [];
    void callFunction("async () => { window.heard.push('begun') }", []);
    expect(window.heard).toEqual(["begun"]);
  });

  test.each([
    ["() => {", SyntaxError],
    ["5", TypeError],
    ["() => { throw new RangeError('mine') }", RangeError],
    ["async () => { throw new RangeError('mine') }", RangeError],
    ["noSuchName", ReferenceError],
  ])("%s fails", async (source, error) => {
    await expect(callFunction(source, [])).rejects.toThrow(error);
  });
});

describe("code of the app's", () => {
  test.each([
    "() => { window.heard.push('run') }",
    "window.heard.push('run')",
    "const word = 'run'; window.heard.push(word);",
    "async () => { await null; window.heard.push('run') }",
  ])("%s runs", async (source) => {
    window.heard = [];
    await runCode(source);
    expect(window.heard).toEqual(["run"]);
  });

  test("what goes wrong in it is told", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { app } = await show();
    app.config.js = "() => { throw new Error('at the start') }";
    await app.start();
    expect(app.toasts.map(({ level, message }) => [level, message])).toEqual([["error", "at the start"]]);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe("Python's side", () => {
  test("gets what a script returns, or nothing", async () => {
    const { app, sent } = await show();
    app.receive({ type: "script", call: 1, source: "(x) => [x]", args: [5] });
    app.receive({ type: "script", call: 2, source: "() => {}", args: [] });
    await vi.waitFor(() => {
      expect(sent).toEqual([
        { type: "script_result", call: 1, error: null, value: [5] },
        { type: "script_result", call: 2, error: null },
      ]);
    });
  });

  test("gets what went wrong", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const { app, sent } = await show();
    app.receive({ type: "script", call: 1, source: "() => { throw new Error('boom') }", args: [] });
    app.receive({ type: "script", call: 2, source: "() => { throw 'text' }", args: [] });
    await vi.waitFor(() => {
      expect(sent).toEqual([
        { type: "script_result", call: 1, error: "boom" },
        { type: "script_result", call: 2, error: "text" },
      ]);
    });
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });
});

test("scripts for the head run in order, each once", async () => {
  await addToHead("<script>window.heard = ['one']</script><script>window.heard.push('two')</script>", "head=");
  await addToHead("<script>window.heard.push('two')</script>", "head=");
  expect(document.head.innerHTML.match(/push\('two'\)/g)).toHaveLength(1);
});

test.each([
  [Object.assign(new Error("Program terminated"), { status: 3 }), "exit status 3"],
  [new RangeError("Maximum call stack size exceeded"), "no stack was left"],
  [new Error("InternalError: too much recursion"), "no stack was left"],
  [new WebAssembly.RuntimeError("memory access out of bounds"), "out of memory"],
  [new WebAssembly.RuntimeError("unreachable"), "broke down (RuntimeError: unreachable)"],
])("why Python died: %s", (error, reason) => {
  expect(reasonOf(error)).toContain(reason);
});
