/**
 * Python's memory as it is after PyBlocks was imported, written down as what differs from the memory that WebAssembly
 * gives right after instantiation.
 */
export interface Snapshot {
  head: SnapshotHead;
  /** The pages that changed, each XOR-ed with what it replaces, then those that were filled. */
  pages: Uint32Array;
}

export interface SnapshotHead {
  /** The build of Pyodide. */
  pyodide: string;
  /** A checksum of the `app.zip` whose modules are there; null if none are. */
  app: number | null;
  /** How much memory there is, in words. */
  size: number;
  /** Pages that depend on the machine at instantiation (its language, say): they count as all zero. */
  volatile: number[];
  /** The numbers of the pages that differ from what was there. */
  changed: number[];
  /** The numbers of the pages that differ and were all zero: nearly all. */
  filled: number[];
  /** A checksum of the words that change in `changed`, as they are before. The pages' own is in the file's gzip. */
  replaced: number;
  /** What Pyodide's own `restoreSnapshot` gives: the JavaScript objects that Python holds. */
  references: unknown;
  /** The addresses where the C library has the time zone. */
  timezone: number[];
}

/** In words of 4 bytes. */
const PAGE = 1024;
const FIRST_SUM = 0x811c9dc5;

/** A number that changes if one bit of the data does. */
export function checksum(data: Uint8Array): number {
  let sum = FIRST_SUM;
  // An index, since iterators take several times as long.
  for (let i = 0; i < data.length; i++) sum = addTo(sum, data[i] ?? 0);
  return sum;
}

function addTo(sum: number, word: number): number {
  return Math.imul(sum ^ word, 0x01000193);
}

/** How `memory` differs from `fresh`; `volatile` are pages of `fresh` that count as zero. */
export function difference(
  fresh: Uint32Array,
  memory: Uint32Array,
  volatile: number[],
): Pick<SnapshotHead, "changed" | "filled" | "replaced"> & { pages: Uint32Array } {
  const base = new Uint32Array(memory.length);
  base.set(fresh);
  for (const page of volatile) base.fill(0, page * PAGE, (page + 1) * PAGE);
  const differing = differingPages(base, memory);
  const isBlank = (page: number): boolean => pageOf(base, page).every((word) => word === 0);
  const filled = differing.filter(isBlank);
  const changed = differing.filter((page) => !isBlank(page));
  const pages = new Uint32Array(differing.length * PAGE);
  [...changed, ...filled].forEach((page, i) => {
    const before = pageOf(base, page);
    pages.set(
      pageOf(memory, page).map((word, at) => word ^ (before[at] ?? 0)),
      i * PAGE,
    );
  });
  return { changed, filled, pages, replaced: applyPages(base, changed, pages) };
}

function pageOf(memory: Uint32Array, page: number): Uint32Array {
  return memory.subarray(page * PAGE, (page + 1) * PAGE);
}

/** The numbers of the pages in which two memories of one size differ. */
export function differingPages(one: Uint32Array, other: Uint32Array): number[] {
  const differs = (page: number): boolean => {
    for (let word = page * PAGE; word < (page + 1) * PAGE; word++) if (one[word] !== other[word]) return true;
    return false;
  };
  return Array.from({ length: one.length / PAGE }, (_, page) => page).filter(differs);
}

/**
 * Turn fresh memory into what it was when the snapshot was made. A word that hadn't changed since instantiation stays
 * the page's own: it tells what this browser can do.
 *
 * @throws if the snapshot was made of other memory
 */
export function restoreMemory(memory: Uint32Array, { head, pages }: Snapshot): void {
  for (const page of head.volatile) memory.fill(0, page * PAGE, (page + 1) * PAGE);
  if (applyPages(memory, head.changed, pages) !== head.replaced) throw new Error("the snapshot is of other memory");
  head.filled.forEach((page, i) => {
    memory.set(pageOf(pages, head.changed.length + i), page * PAGE);
  });
}

/** XOR the pages into the memory; gives the checksum of the words that change. */
function applyPages(memory: Uint32Array, changed: number[], pages: Uint32Array): number {
  let sum = FIRST_SUM;
  changed.forEach((page, i) => {
    for (let word = 0; word < PAGE; word++) {
      const change = pages[i * PAGE + word] ?? 0;
      if (change === 0) continue;
      const before = memory[page * PAGE + word] ?? 0;
      sum = addTo(sum, before);
      memory[page * PAGE + word] = before ^ change;
    }
  });
  return sum;
}

/** A snapshot as a file, not compressed: the length of the head, the head as JSON, the pages. */
export function encodeSnapshot({ head, pages }: Snapshot): Uint8Array {
  const text = JSON.stringify(head); // nothing in it is beyond ASCII
  const json = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
  const file = new Uint8Array(4 + json.length + pages.byteLength);
  new DataView(file.buffer).setUint32(0, json.length, true);
  file.set(json, 4);
  file.set(new Uint8Array(pages.buffer, pages.byteOffset, pages.byteLength), 4 + json.length);
  return file;
}

/** The reverse of `encodeSnapshot`; the file must be aligned to words in its buffer. */
export function decodeSnapshot({ buffer, byteOffset, byteLength }: Uint8Array): Snapshot {
  const size = new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  const json = new Uint8Array(buffer, byteOffset + 4, size);
  const head = JSON.parse(new TextDecoder().decode(json)) as SnapshotHead;
  const pages = new Uint32Array(buffer, byteOffset + 4 + size, (head.changed.length + head.filled.length) * PAGE);
  return { head, pages };
}
