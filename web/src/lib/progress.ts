import type { ProgressStep } from "../protocol";

/** How much of a step is done, from 0 to 1; null where nobody knows. */
export function levelOf({ progress, index, length }: ProgressStep): number | null {
  if (progress !== null) return Math.min(1, Math.max(0, progress));
  return index === null || !length ? null : Math.min(1, Math.max(0, index / length));
}

/** `3/10 steps`, or `3 steps` where nobody knows how many there are; nothing where they aren't counted. */
export function countOf({ index, length, unit }: ProgressStep): string {
  if (index === null) return "";
  return `${number(index)}${length === null ? "" : `/${number(length)}`} ${unit}`;
}

/** `Loading - 30.0%`, from what is known of it. */
export function textOf(step: ProgressStep): string {
  const level = levelOf(step);
  return [step.desc, level === null ? null : `${(100 * level).toFixed(1)}%`].filter(Boolean).join(" - ");
}

/** `2.1s`; with the time that it will take in all, `2.1/7.0s`. Both are in seconds. */
export function timeOf(elapsed: number, total: number | null): string {
  return `${elapsed.toFixed(1)}${total === null ? "" : `/${total.toFixed(1)}`}s`;
}

/** Large numbers in thousands, millions …, as there is little room. */
function number(value: number): string {
  const units = ["", "k", "M", "G", "T"];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number.isInteger(value) ? value.toString() : value.toFixed(1)}${units[unit] ?? ""}`;
}
