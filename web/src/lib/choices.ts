/** What a choice stands for in Python. Nothing (null) may be a choice too. */
export type Value = string | number | boolean | null;
/** What the visitor sees, and what it stands for. */
export type Choice = [name: string, value: Value];

/** What the visitor sees of a value; a custom one is its own name. */
export function nameOf(choices: Choice[], value: Value | undefined): string {
  return choices.find(([, each]) => each === value)?.[0] ?? String(value ?? "");
}

/** Whether a value is among the choices. */
export function isChoice(choices: Choice[], value: Value | undefined): boolean {
  return choices.some(([, each]) => each === value);
}

/** The choices whose name has `text` in it, in either case; the first `limit` of them. */
export function matching(choices: Choice[], text: string, limit: number | null): Choice[] {
  const wanted = text.toLowerCase();
  const found = wanted ? choices.filter(([name]) => name.toLowerCase().includes(wanted)) : choices;
  return limit === null ? found : found.slice(0, limit);
}

/** What typed text stands for: the choice of that name, or itself. */
export function valueOf(choices: Choice[], text: string): Value {
  return choices.find(([name]) => name === text)?.[1] ?? text;
}
