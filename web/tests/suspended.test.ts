import { expect, test } from "vitest";
import { hideSuspended, type Suspending } from "../src/boot/suspended";

test("a suspended call has no frame until it goes on", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const frame = (): number => new DataView(memory.buffer).getUint32(1052, true);
  new DataView(memory.buffer).setUint32(1052, 4242, true);
  const restored: number[] = [];
  const env: Suspending = {
    saveState: () => ({ threadState: 1000 }),
    restoreState: () => void restored.push(frame()),
  };
  hideSuspended(env, () => memory);
  const state = env.saveState();
  expect(frame()).toBe(0);
  memory.grow(1);
  env.restoreState(state);
  expect(restored).toEqual([4242]);
});

test("a call that can't be suspended is left alone", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const refused = {};
  const env: Suspending = { saveState: () => refused, restoreState: () => undefined };
  hideSuspended(env, () => memory);
  expect(env.saveState()).toBe(refused);
  expect(new Uint8Array(memory.buffer).every((byte) => byte === 0)).toBe(true);
});
