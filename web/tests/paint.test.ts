import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { firstPaint } from "../src/boot/paint";

let report: (name: string) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(onEntries: (list: { getEntriesByName: (name: string) => unknown[] }) => void) {
        report = (name) => {
          onEntries({ getEntriesByName: (asked) => (asked === name ? [{}] : []) });
        };
      }
      observe(): void {
        return;
      }
      disconnect(): void {
        return;
      }
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Whether it has resolved by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), vi.advanceTimersByTimeAsync(0).then(() => false)]);
}

test("the first paint is that of something, not of an empty page", async () => {
  const painted = firstPaint();
  report("first-paint");
  expect(await isOver(painted)).toBe(false);
  report("first-contentful-paint");
  expect(await isOver(painted)).toBe(true);
});

test("a page that is never painted is not waited for", async () => {
  const painted = firstPaint();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await isOver(painted)).toBe(true);
});

test("in a background tab nothing is painted", async () => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  expect(await isOver(firstPaint())).toBe(true);
});
