import type { MarkedExtension, Token, Tokens } from "marked";

/** What starts and ends a formula, and whether it stands on its own line (Gradio's `latex_delimiters`). */
export interface Delimiter {
  left: string;
  right: string;
  display: boolean;
}

/** Where the formula that begins at `from` ends: the first `right` outside of braces; -1 if there is none. */
function endOfFormula(source: string, from: number, right: string): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (depth <= 0 && source.startsWith(right, i)) return i;
    if (source[i] === "\\") i++;
    else if (source[i] === "{") depth++;
    else if (source[i] === "}") depth--;
  }
  return -1;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * Formulas in Markdown: each becomes its source in `<code class="math">`, which {@link typeset} replaces. Emphasis,
 * links and lists are not looked for inside.
 */
export function mathExtension(delimiters: Delimiter[]): MarkedExtension {
  // The longest first, or "$$" would be found as an empty "$".
  const sorted = [...delimiters].sort((a, b) => b.left.length - a.left.length);

  function formula(type: string, source: string, candidates: Delimiter[]): Tokens.Generic | undefined {
    for (const { left, right, display } of candidates) {
      if (!source.startsWith(left)) continue;
      const end = endOfFormula(source, left.length, right);
      if (end <= left.length) continue;
      const raw = source.slice(0, end + right.length);
      // An environment such as \begin{align} is part of its formula.
      const text = left.startsWith("\\begin") ? raw : source.slice(left.length, end);
      return { type, raw, text, display };
    }
    return undefined;
  }
  function start(source: string): number | undefined {
    const found = sorted.map(({ left }) => source.indexOf(left)).filter((index) => index >= 0);
    return found.length ? Math.min(...found) : undefined;
  }
  const renderer = ({ text, display }: Token & { text?: string; display?: boolean }): string =>
    `<code class="math"${display ? ' data-display="true"' : ""}>${escapeHtml(text ?? "")}</code>`;

  return {
    extensions: [
      {
        name: "mathBlock",
        level: "block",
        // A formula that begins a paragraph may hold blank lines; what follows it on its line stays in the paragraph.
        tokenizer(source) {
          const token = formula(
            "mathBlock",
            source,
            sorted.filter(({ display }) => display),
          );
          const rest = token && /^[ \t]*(?:\n|$)/.exec(source.slice(token.raw.length));
          return rest ? { ...token, type: "mathBlock", raw: token.raw + rest[0] } : undefined;
        },
        renderer: (token) => `<p>${renderer(token)}</p>\n`,
      },
      {
        name: "mathInline",
        level: "inline",
        start,
        tokenizer: (source) => formula("mathInline", source, sorted),
        renderer: (token) => renderer(token),
      },
    ],
  };
}
