import { t } from "../../i18n/language.svelte";
import { Marked, type Tokens } from "marked";
import { mathExtension, type Delimiter } from "./math";

export interface MarkdownOptions {
  lineBreaks: boolean;
  headerLinks: boolean;
  delimiters: Delimiter[];
}

/** What a heading's link calls it by: its words, lower case, joined by dashes. */
function slugOf(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/<[^>]*>|&[a-z]+;/g, "")
    .match(/[\p{L}\p{N}_]+/gu);
  return `h-${(words ?? []).join("-")}`;
}

const LINK_ICON =
  '<svg width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ' +
  'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7' +
  'l-1.7 1.7"/><path d="M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7l1.7-1.7"/></svg>';

/** GitHub-flavoured Markdown to HTML, not sanitised. Formulas and code stay plain; `enhance.ts` dresses them. */
export function parseMarkdown(source: string, { lineBreaks, headerLinks, delimiters }: MarkdownOptions): string {
  const seen = new Map<string, number>();
  const marked = new Marked({ gfm: true, breaks: lineBreaks }, mathExtension(delimiters));
  marked.use({
    renderer: {
      checkbox: ({ checked }) =>
        `<input type="checkbox" disabled aria-label="${t(checked ? "done" : "toDo")}"${checked ? " checked" : ""}> `,
      heading({ tokens, depth }: Tokens.Heading) {
        const content = this.parser.parseInline(tokens);
        if (!headerLinks) return `<h${depth}>${content}</h${depth}>\n`;
        const slug = slugOf(content);
        const count = seen.get(slug) ?? 0;
        seen.set(slug, count + 1);
        const id = count ? `${slug}-${count}` : slug;
        const anchor = `<a class="md-header-anchor" href="#${id}" aria-label="${t("linkToHeading")}">${LINK_ICON}</a>`;
        return `<h${depth} id="${id}">${anchor}${content}</h${depth}>\n`;
      },
    },
  });
  return marked.parse(source, { async: false });
}
