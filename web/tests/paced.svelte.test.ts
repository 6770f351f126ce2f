import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "../src/lib/paced.svelte";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is made of a text that grows, where each making takes `cost` ms. */
function makeFrom(text: { value: string }, cost: number): string[] {
  const made: string[] = [];
  const current = paced(() => {
    vi.advanceTimersByTime(cost);
    made.push(text.value);
    return text.value;
  });
  $effect.root(() => {
    $effect(() => {
      current();
    });
  });
  flushSync();
  return made;
}

test("what is cheap is made at once", () => {
  const text = $state({ value: "a" });
  const made = makeFrom(text, 0);
  text.value = "ab";
  flushSync();
  expect(made).toEqual(["a", "ab"]);
});

test("what is costly is made half of the time at most, and of what is newest in the end", () => {
  const text = $state({ value: "a" });
  const made = makeFrom(text, 50);
  for (const value of ["ab", "abc", "abcd"]) {
    text.value = value;
    flushSync();
    vi.advanceTimersByTime(10);
  }
  expect(made).toEqual(["a"]);
  vi.advanceTimersByTime(200);
  flushSync();
  expect(made).toEqual(["a", "abcd"]);
});

test("a timer that comes before its time by a coarse clock is set again", () => {
  const clock = vi.spyOn(performance, "now");
  const text = $state({ value: "a" });
  clock.mockReturnValueOnce(0).mockReturnValue(50);
  const made = makeFrom(text, 0);
  text.value = "ab";
  flushSync();
  clock.mockReturnValue(99.9);
  for (let i = 0; i < 3; i++) {
    vi.advanceTimersByTime(150);
    flushSync();
  }
  expect(made).toEqual(["a"]);
  clock.mockReturnValue(300);
  vi.advanceTimersByTime(150);
  flushSync();
  expect(made).toEqual(["a", "ab"]);
  clock.mockRestore();
});
