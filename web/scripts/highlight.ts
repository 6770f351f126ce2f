/**
 * Colour source text: `node highlight.js FOLDER` reads `sources.json` in the folder, the texts by the names of their files,
 * and writes `result.json`, the same as HTML. A text in a language that isn't known stays as it is.
 */
import { readFile, writeFile } from "node:fs/promises";
import highlighter from "highlight.js/lib/common";

const folder = process.argv[2] ?? ".";
const sources = JSON.parse(await readFile(`${folder}/sources.json`, "utf8")) as Record<string, string>;
const coloured = Object.entries(sources).map(([name, text]) => {
  const suffix = name.slice(name.lastIndexOf(".") + 1);
  const language = highlighter.getLanguage(suffix) ? suffix : "plaintext";
  return [name, highlighter.highlight(text, { language, ignoreIllegals: true }).value];
});
await writeFile(`${folder}/result.json`, JSON.stringify(Object.fromEntries(coloured)));
