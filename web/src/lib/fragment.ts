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
