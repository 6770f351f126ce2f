import { Lazy } from "../lazy.svelte";

/** The names that a template and `js_on_load` know: `value`, `label`, `visible`, and the app's own. */
export type Scope = Record<string, unknown>;
export type Template = (scope: Scope) => string;

/** Where the JavaScript that begins at `from` has its closing `}`: strings and templates inside it are passed over. */
function endOfExpression(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    const char = source[i] ?? "";
    if (char === "}" && depth-- === 0) return i;
    if (char === "{") depth++;
    else if (char === "'" || char === '"') i = endOfString(source, i);
    else if (char === "`") i = endOfTemplate(source, i);
  }
  throw new SyntaxError(`"\${" without its "}": ${source.slice(from - 2, from + 40)}`);
}

function endOfString(source: string, quote: number): number {
  for (let i = quote + 1; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === source[quote]) return i;
  }
  throw new SyntaxError(`a string without its end: ${source.slice(quote, quote + 40)}`);
}

function endOfTemplate(source: string, backtick: number): number {
  for (let i = backtick + 1; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "`") return i;
    else if (source.startsWith("${", i)) i = endOfExpression(source, i + 2);
  }
  throw new SyntaxError(`a template without its "\`": ${source.slice(backtick, backtick + 40)}`);
}

/** A template's text around its `${…}`, and the expressions: one text more than expressions. */
function split(source: string): { texts: string[]; expressions: string[] } {
  const texts: string[] = [];
  const expressions: string[] = [];
  let from = 0;
  for (let open = source.indexOf("${"); open >= 0; open = source.indexOf("${", from)) {
    const end = endOfExpression(source, open + 2);
    texts.push(source.slice(from, open));
    expressions.push(source.slice(open + 2, end));
    from = end + 1;
  }
  return { texts: [...texts, source.slice(from)], expressions };
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The result of a JavaScript expression of the app, as text. */
function evaluate(expression: string, scope: Scope): string {
  const names = Object.keys(scope).filter((name) => IDENTIFIER.test(name));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is the app's own
  const result: unknown = new Function(...names, `return (${expression});`)(...names.map((name) => scope[name]));
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- as in JavaScript's own templates
  return result == null ? "" : String(result);
}

const library = new Lazy("handlebars", () => import("handlebars"));

/**
 * Read a template: text with `${JavaScript}` and Handlebars tags.
 *
 * What reads the tags is loaded with the first template that has one: until then this gives null, and readers run
 * again afterwards. Expressions are put in last, so that text such as `{{x}}` in a value is never read as a tag.
 */
export function compile(source: string): Template | null {
  const { texts, expressions } = split(source);
  const fill = (html: string, scope: Scope): string =>
    html.replace(/\uE000(\d+)\uE001/g, (_, i: string) => evaluate(expressions[Number(i)] ?? "", scope));
  const marked = texts.reduce((html, text, i) => `${html}\uE000${i - 1}\uE001${text}`);
  if (!texts.some((text) => text.includes("{{"))) return (scope) => fill(marked, scope);
  const handlebars = library.get()?.default;
  if (!handlebars) return null;
  const render = handlebars.compile(marked);
  return (scope) => fill(render(scope), scope);
}
