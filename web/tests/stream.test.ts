/** What Python says of a run while it goes on: values that grow, progress, the pending state. */
import { screen } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { edited } from "../src/lib/edit";
import { countOf, levelOf, textOf, timeOf } from "../src/lib/progress";
import type { ProgressStep, ValueEdit } from "../src/protocol";
import { showComponent } from "./component";
import { block, show } from "./page";

function edit(kind: "append" | "set", path: ValueEdit["path"], value: unknown): ValueEdit {
  return { id: 1, path, edit: kind, value };
}

function step(more: Partial<ProgressStep>): ProgressStep {
  return { index: null, length: null, unit: "steps", progress: null, desc: null, ...more };
}

describe("an edit", () => {
  it("appends to texts and lists, at any depth", () => {
    expect(edited("ab", edit("append", [], "c"))).toBe("abc");
    expect(edited([1], edit("append", [], [2, 3]))).toEqual([1, 2, 3]);
    expect(edited([{ content: "a" }], edit("append", [0, "content"], "b"))).toEqual([{ content: "ab" }]);
  });

  it("sets a part, and leaves the old value and its other parts as they are", () => {
    const old = { rows: [[1], [2]], name: "x" };
    const changed = edited(old, edit("set", ["rows", 1, 0], 3)) as typeof old;
    expect(changed).toEqual({ rows: [[1], [3]], name: "x" });
    expect(old.rows[1]).toEqual([2]);
    expect(changed.rows[0]).toBe(old.rows[0]);
    expect(edited({ a: 1 }, edit("set", ["b"], 2))).toEqual({ a: 1, b: 2 });
  });

  it("comes with the message that updates other props, and is on the page when that has been taken", async () => {
    const { app, nodes } = await show(block("textbox", { value: "Hel", lines: 2, max_lines: 5 }));
    const id = nodes[0]?.id ?? 0;
    app.receive({ type: "update", patches: [[id, { label: "L" }]], edits: [{ ...edit("append", [], "lo"), id }] });
    expect(screen.getByLabelText<HTMLTextAreaElement>("L").value).toBe("Hello");
  });
});

describe("a step of progress", () => {
  it("is so far by its fraction, or by its count", () => {
    expect(levelOf(step({ progress: 0.3 }))).toBe(0.3);
    expect(levelOf(step({ index: 3, length: 10 }))).toBe(0.3);
    expect(levelOf(step({ progress: 7 }))).toBe(1);
    expect(levelOf(step({ index: 3 }))).toBeNull();
    expect(levelOf(step({ index: 0, length: 0 }))).toBeNull();
  });

  it("is told in few words", () => {
    expect(textOf(step({ progress: 0.3, desc: "Loading" }))).toBe("Loading - 30.0%");
    expect(textOf(step({ desc: "Loading" }))).toBe("Loading");
    expect(textOf(step({ index: 1, length: 8 }))).toBe("12.5%");
    expect(countOf(step({ index: 3, length: 10 }))).toBe("3/10 steps");
    expect(countOf(step({ index: 1500, unit: "files" }))).toBe("1.5k files");
    expect(countOf(step({ progress: 0.5 }))).toBe("");
    expect(timeOf(2.04, null)).toBe("2.0s");
    expect(timeOf(2.04, 7)).toBe("2.0/7.0s");
  });
});

describe("with a clock of its own", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("progress has a bar, a text, steps, the time that is over and the time that it will take", async () => {
    const { node } = await showComponent("checkbox", { label: "Agree", value: false });
    node.showStage("pending", false);
    flushSync();
    const tracker = screen.getByTestId("status-tracker");
    expect(screen.queryByRole("progressbar")).toBeNull();
    vi.advanceTimersByTime(1000);
    flushSync();
    expect(tracker.textContent.trim()).toBe("1.0s");
    const outer = step({ index: 1, length: 4, desc: "Outer" });
    node.showStage("pending", false, {
      progress: [outer, step({ index: 5, length: 10, unit: "files", desc: "Inner" })],
    });
    flushSync();
    const bar = screen.getByRole("progressbar", { name: "Inner" });
    expect(bar.getAttribute("aria-valuenow")).toBe("50");
    expect(tracker.textContent).toContain("1/4 steps | 5/10 files | 1.0/4.0s");
    expect(tracker.textContent).toContain("Outer - 25.0% / Inner - 50.0%");
    node.showStage(null, false);
    flushSync();
    expect(screen.queryByTestId("status-tracker")).toBeNull();
  });

  test("minimal progress is the thin bar alone", async () => {
    const { node } = await showComponent("checkbox", { label: "Agree", value: false });
    node.showStage("pending", true, { progress: [step({ progress: 0.25 })] });
    flushSync();
    expect(screen.getByTestId("status-tracker").querySelector<HTMLElement>(".bar")?.style.width).toBe("25%");
  });

  test("a timer ticks while it is active, at the interval that it has", async () => {
    const { nodes, events } = await show(block("timer", { value: 2, active: true }));
    flushSync();
    vi.advanceTimersByTime(5000);
    expect(events().map(([name]) => name)).toEqual(["tick", "tick"]);
    nodes[0]?.patch({ value: 0.5 });
    flushSync();
    vi.advanceTimersByTime(1000);
    expect(events()).toHaveLength(4);
    nodes[0]?.patch({ active: false });
    flushSync();
    vi.advanceTimersByTime(10_000);
    expect(events()).toHaveLength(4);
  });
});
