import { t } from "../../i18n/language.svelte";
import { fragmentOf, htmlOf } from "../fragment";
import { sanitised } from "../sanitise";
import { dress } from "./libraries";
import { parseMarkdown, type MarkdownOptions } from "./parse";

const COPY_ICON =
  '<svg width="14" height="14" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ' +
  'aria-hidden="true"><rect x="8" y="8" width="14" height="14" rx="2"/><path d="M4 16a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2h10' +
  'a2 2 0 0 1 2 2"/></svg>';

/** Markdown as HTML that can go on the page. Reads reactive state: it is worth reading again once a library is there. */
export function renderMarkdown(source: string, sanitize: boolean, options: MarkdownOptions): string {
  const html = parseMarkdown(source, options);
  const fragment = sanitize ? sanitised(html) : fragmentOf(html);
  fragment.querySelectorAll("a").forEach(openElsewhere);
  fragment.querySelectorAll("table").forEach((table) => {
    wrap(table, "table-wrap");
  });
  fragment.querySelectorAll("pre").forEach((pre) => {
    if (pre.querySelector("code")) addCopyButton(pre);
  });
  dress(fragment);
  return htmlOf(fragment);
}

/** Links to other sites open in a tab of their own, so that the app stays as it is. */
function openElsewhere(link: HTMLAnchorElement): void {
  const href = link.getAttribute("href");
  if (!href || !URL.canParse(href, document.baseURI)) return;
  const url = new URL(href, document.baseURI);
  if (!url.protocol.startsWith("http") || url.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

function wrap(element: Element, className: string): HTMLElement {
  const wrapper = document.createElement("div");
  wrapper.className = className;
  element.replaceWith(wrapper);
  wrapper.append(element);
  return wrapper;
}

function addCopyButton(pre: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy_code_button";
  button.setAttribute("aria-label", t("copyCode"));
  button.innerHTML = COPY_ICON;
  wrap(pre, "code_wrap").prepend(button);
}
