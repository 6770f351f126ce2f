import highlighter from "highlight.js/lib/common";

/** Colour the code of a `<code class="language-…">`; one whose language isn't known stays as it is. */
export default function highlight(code: HTMLElement): void {
  const language = /\blanguage-(\S+)/.exec(code.className)?.[1] ?? "";
  if (!highlighter.getLanguage(language)) return;
  code.innerHTML = highlighter.highlight(code.textContent, { language, ignoreIllegals: true }).value;
}
