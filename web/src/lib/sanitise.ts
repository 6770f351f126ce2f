import DOMPurify from "dompurify";

/** HTML as a fragment of the page, without scripts, event handlers, `javascript:` links and style sheets. */
export function sanitised(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["style"], ADD_ATTR: ["target"] });
}
