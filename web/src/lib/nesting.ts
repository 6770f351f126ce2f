/** Levels of lists and objects that messages may have; `pyblocks/wire/nesting.py` has the same, and says why. */
export const MAX_DEPTH = 1100;

/**
 * A value as JSON that Python can read.
 *
 * @throws if it is nested too deeply: scripts of the app's, and what they fetch, may give anything
 */
export function shallowJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length > 2 * MAX_DEPTH && depthOf(text) > MAX_DEPTH)
    throw new Error(`This value is nested too deeply: over ${MAX_DEPTH} levels.`);
  return text;
}

function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of json.replace(/"(?:[^"\\]|\\.)*"/g, "").matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
