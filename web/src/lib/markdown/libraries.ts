import { Lazy } from "../lazy.svelte";

/** Turns an element in its plain form into its final one. */
interface Dresser {
  default: (element: HTMLElement) => void;
}

/** Large libraries for some elements of a text. */
const libraries: [string, Lazy<Dresser>][] = [
  ["code.math", new Lazy("src/lib/markdown/typeset.ts", () => import("./typeset"))],
  ["pre > code[class*=language-]", new Lazy("src/lib/markdown/highlight.ts", () => import("./highlight"))],
];

/** Dress the elements under `root`; while a library loads they stay plain. */
export function dress(root: ParentNode): void {
  for (const [selector, library] of libraries) {
    const elements = root.querySelectorAll<HTMLElement>(selector);
    if (elements.length) elements.forEach((element) => library.get()?.default(element));
  }
}
