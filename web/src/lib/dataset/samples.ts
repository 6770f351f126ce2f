/** A sample's value in words: as it is, or as JSON; nothing for nothing. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The pages that a pagination names: the first, the last, those around `page`; null for a gap. */
export function namedPages(page: number, count: number): (number | null)[] {
  const named = [...Array(count).keys()].filter((i) => i === 0 || i === count - 1 || Math.abs(i - page) <= 2);
  return named.flatMap((i, at) => (i - (named[at - 1] ?? -1) > 1 ? [null, i] : [i]));
}
