import type { Json } from "../protocol";

/** Whether two values have the same content; keys in another order are another one, since the order is seen. */
export function same(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, others] = [Object.entries(one), Object.entries(other)];
  return (
    entries.length === others.length &&
    entries.every(([key, value], i) => key === others[i]?.[0] && same(value, others[i][1]))
  );
}
