import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";
import { BlockNode } from "../src/node.svelte";

const PYTHON = {
  send: () => undefined,
  call: () => Promise.resolve(null),
  translated: (_: string, value: unknown) => value,
};

interface Props {
  value: number;
  label: string;
  later?: string;
}

function node(): BlockNode<Props> {
  return new BlockNode<Props>(1, "number", { value: 1, label: "Count" }, PYTHON);
}

/** What a reader of a block's props saw, each time that it ran. */
function seenBy<T>(read: () => T): T[] {
  const seen: T[] = [];
  $effect.root(() => {
    $effect(() => {
      seen.push(read());
    });
  });
  flushSync();
  return seen;
}

describe("a block's props", () => {
  test("are read again when they change, and only they", () => {
    const block = node();
    const values = seenBy(() => block.props.value);
    const labels = seenBy(() => block.props.label);
    block.patch({ value: 2 });
    flushSync();
    expect([values, labels]).toEqual([[1, 2], ["Count"]]);
  });

  test("that come later are seen by those who looked for them", () => {
    const block = node();
    const seen = seenBy(() => block.props.later);
    block.patch({ later: "here" });
    flushSync();
    expect(seen).toEqual([undefined, "here"]);
  });

  test("are there as a whole, as they are now", () => {
    const block = node();
    block.edit({ id: 1, path: [], edit: "set", value: 2 });
    expect({ ...block.props }).toEqual({ value: 2, label: "Count" });
  });
});
