import { describe, expect, test } from "vitest";
import {
  checksum,
  decodeSnapshot,
  difference,
  differingPages,
  encodeSnapshot,
  restoreMemory,
  type Snapshot,
} from "../src/boot/snapshot";

const PAGE = 1024;
const OWN = 3;
const LANGUAGE = 2 * PAGE + 5;

/** Memory of four pages right after instantiation; `own` and `language` differ from machine to machine. */
function fresh({ own = 0, language = 1 } = {}): Uint32Array {
  const memory = new Uint32Array(4 * PAGE).fill(7, 0, PAGE);
  memory[OWN] = own;
  memory[LANGUAGE] = language;
  return memory;
}

/** The same memory with things in it, in more pages than there were. */
function used(): Uint32Array {
  const memory = new Uint32Array(6 * PAGE);
  memory.set(fresh());
  memory[1] = 99;
  memory[LANGUAGE + 1] = 1000;
  memory[5 * PAGE] = 0xffffffff;
  return memory;
}

function snapshot(): Snapshot {
  const { pages, ...delta } = difference(fresh(), used(), [2]);
  const head = {
    pyodide: "build",
    app: null,
    size: 6 * PAGE,
    volatile: [2],
    ...delta,
    references: {},
    timezone: [1],
  };
  return { head, pages };
}

function grown(memory: Uint32Array): Uint32Array {
  const larger = new Uint32Array(6 * PAGE);
  larger.set(memory);
  return larger;
}

describe("a snapshot", () => {
  test("has only the pages that differ", () => {
    expect(snapshot().head).toMatchObject({ changed: [0], filled: [2, 5] });
    expect(snapshot().pages).toHaveLength(3 * PAGE);
    expect(differingPages(fresh(), fresh({ language: 2 }))).toEqual([2]);
  });

  test("restores the memory", () => {
    const memory = grown(fresh());
    restoreMemory(memory, snapshot());
    expect(memory).toEqual(used());
  });

  test("restores volatile pages as they were made, and leaves what never changed to the browser", () => {
    const memory = grown(fresh({ own: 55, language: 56 }));
    restoreMemory(memory, snapshot());
    const expected = used();
    expected[OWN] = 55;
    expect(memory).toEqual(expected);
  });

  test("is refused in memory that it was not made of", () => {
    const memory = grown(fresh());
    memory[1] = 8;
    expect(() => {
      restoreMemory(memory, snapshot());
    }).toThrow("the snapshot is of other memory");
  });

  test("comes back from its file, wherever that lies in its buffer", () => {
    const file = encodeSnapshot(snapshot());
    const shifted = new Uint8Array(file.length + 12).subarray(12);
    shifted.set(file);
    expect(decodeSnapshot(shifted)).toEqual(snapshot());
  });

  test("of which a piece is missing is refused", () => {
    const file = encodeSnapshot(snapshot());
    expect(() => decodeSnapshot(file.slice(0, -4))).toThrow(RangeError);
  });
});

test("a checksum tells one changed bit", () => {
  expect(checksum(Uint8Array.of(1, 2, 3))).not.toBe(checksum(Uint8Array.of(1, 2, 2)));
});
