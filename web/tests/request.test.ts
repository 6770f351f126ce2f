import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { request } from "../src/boot/request";

/** An answer whose parts the test sends; stopping the request ends it. */
let answer: ReadableStreamDefaultController<Uint8Array>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_url: string, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        answer = controller;
      },
    });
    signal.addEventListener("abort", () => {
      answer.error(new Error("stopped"));
    });
    return Promise.resolve(new Response(body, { status: 201, headers: { "x-one": "1" } }));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("waits for an answer as long as something comes", async () => {
  const asked = request("GET", "data.txt", "{}", undefined, 2);
  for (const letter of "abc") {
    await vi.advanceTimersByTimeAsync(1500);
    answer.enqueue(new TextEncoder().encode(letter));
  }
  await vi.advanceTimersByTimeAsync(1500);
  answer.close();
  const { status, headers, body } = await asked;
  expect([status, headers, new TextDecoder().decode(body)]).toEqual([201, '[["x-one","1"]]', "abc"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("stops when nothing comes for too long", async () => {
  const asked = expect(request("GET", "data.txt", "{}", undefined, 2)).rejects.toMatchObject({ name: "TimeoutError" });
  await vi.advanceTimersByTimeAsync(1000);
  answer.enqueue(new Uint8Array(1));
  await vi.advanceTimersByTimeAsync(2000);
  await asked;
});
