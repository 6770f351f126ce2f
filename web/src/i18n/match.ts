/**
 * The best of the languages that there are for somebody who wants `wanted`, best first: for each the same one, then one
 * without its region, then one of another region.
 */
export function bestLanguage(wanted: readonly string[], there: readonly string[]): string | undefined {
  const find = (test: (tag: string) => boolean): string | undefined => there.find((tag) => test(tag.toLowerCase()));
  for (const language of wanted.map((tag) => tag.toLowerCase())) {
    for (let tag = language; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
      const found = find((other) => other === tag);
      if (found !== undefined) return found;
    }
    const base = language.replace(/-.*/, "");
    const found = find((other) => other.startsWith(`${base}-`));
    if (found !== undefined) return found;
  }
  return undefined;
}
