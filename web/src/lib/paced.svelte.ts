/** Below this cost, in ms, there is nothing to save. */
const CHEAP = 4;

/**
 * What `make` gives, made anew when what it reads changes; where that is costly, later and less often, so that the page
 * spends no more than half of its time on it while a text streams in.
 */
export function paced<T>(make: () => T): () => T {
  let last: T;
  let rested = 0;
  let turn = $state(0);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const value = $derived.by(() => {
    void turn;
    const started = performance.now();
    if (started < rested) {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        turn++;
      }, rested - started);
      return last;
    }
    last = make();
    const ended = performance.now();
    const cost = ended - started;
    rested = cost < CHEAP ? 0 : ended + cost;
    return last;
  });
  return () => value;
}
