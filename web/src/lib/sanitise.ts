import DOMPurify from "dompurify";

/** HTML as a fragment of the page, without scripts, event handlers, `javascript:` links and style sheets. */
export function sanitised(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style"], ADD_ATTR: ["target"] });
}

/** HTML as it is, as a fragment. */
export function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

export function htmlOf(fragment: DocumentFragment): string {
  const template = document.createElement("template");
  template.content.append(fragment);
  return template.innerHTML;
}
