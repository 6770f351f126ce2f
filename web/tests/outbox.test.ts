import { describe, expect, it } from "vitest";
import { Outbox } from "../src/outbox";
import type { EventMessage, ToPython } from "../src/protocol";

const event = (target: number, name: string, value?: unknown): EventMessage => ({
  type: "event",
  target,
  event: name,
  ...(value !== undefined && { edit: { value } }),
});

function connected(outbox: Outbox): ToPython[] {
  const sent: ToPython[] = [];
  outbox.connect((message) => sent.push(message));
  return sent;
}

describe("messages before Python is up", () => {
  it("go when it is", () => {
    const outbox = new Outbox(false);
    outbox.send(event(1, "click"));
    const sent = connected(outbox);
    outbox.send(event(2, "click"));
    expect(sent).toEqual([event(1, "click"), event(2, "click")]);
  });
});

describe("events that are held", () => {
  it("wait until somebody takes them, while other messages go", () => {
    const outbox = new Outbox(true);
    outbox.send(event(1, "click"));
    outbox.send({ type: "storage", by: "visitor", key: "k" });
    const sent = connected(outbox);
    expect(sent).toEqual([{ type: "storage", by: "visitor", key: "k" }]);
    outbox.send(event(2, "click"));
    expect([outbox.next(), outbox.next(), outbox.next()]).toEqual([event(1, "click"), event(2, "click"), undefined]);
    outbox.send(event(3, "click"));
    expect(sent.at(-1)).toEqual(event(3, "click"));
  });

  it("tell of typed text what became of it, but not across what was done in between", () => {
    const outbox = new Outbox(true);
    for (const text of ["a", "ab", "abc"]) outbox.send(event(1, "input", text));
    outbox.send(event(2, "click"));
    outbox.send(event(1, "input", "abcd"));
    outbox.send(event(3, "input", "x"));
    outbox.send(event(2, "click"));
    outbox.send(event(2, "click"));
    expect(outbox.take().map(({ target, edit }) => [target, edit?.value])).toEqual([
      [1, "abc"],
      [2, undefined],
      [1, "abcd"],
      [3, "x"],
      [2, undefined],
      [2, undefined],
    ]);
  });

  it("know the last edit of each prop", () => {
    const outbox = new Outbox(true);
    outbox.send(event(1, "input", "a"));
    outbox.send({ ...event(1, "expand"), edit: { open: true } });
    outbox.send(event(1, "input", "b"));
    expect(outbox.edits()).toEqual(new Map([[1, { value: "b", open: true }]]));
  });
});
