import { createSubscriber } from "svelte/reactivity";

/** What takes less time, in ms, together with the paint that it waits for, is made whenever it changes. */
const CHEAP = 30;

/**
 * What `make` gives, made anew when what it reads changes; where that and painting it are costly, later and less often, so
 * that the page spends no more than half of its time on it while a text streams in.
 */
export function paced<T>(make: () => T): () => T {
  let last: T;
  /** Until when the page rests from the last making, as `performance.now()` has it. */
  let rested = 0;
  let wake: (() => void) | undefined;
  const listen = createSubscriber((update) => {
    wake = update;
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function made(started: number): void {
    const now = performance.now();
    if (now - started > CHEAP) rested = now + (now - started);
  }

  const value = $derived.by(() => {
    listen();
    const started = performance.now();
    if (started < rested) {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        wake?.();
      }, rested - started);
      return last;
    }
    last = make();
    made(started);
    if (typeof requestAnimationFrame === "function")
      requestAnimationFrame(() => {
        setTimeout(() => {
          made(started);
        });
      });
    return last;
  });
  return () => value;
}
