import katex from "katex";
import "katex/dist/katex.min.css";

/** Set a formula: an element with its source becomes one with its look. What KaTeX can't read is shown in red. */
export default function typeset(source: HTMLElement): void {
  const formula = document.createElement("span");
  const displayMode = source.dataset.display === "true";
  katex.render(source.textContent, formula, { displayMode, throwOnError: false });
  source.replaceWith(formula);
}
