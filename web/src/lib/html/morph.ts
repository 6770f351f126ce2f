/**
 * Make the content of `element` this HTML, changing as little as possible: elements that stay keep their listeners,
 * their focus and what was typed into them.
 */
export function morph(element: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  morphChildren(element, template.content);
}

function morphChildren(current: Node, wanted: Node): void {
  const [olds, news] = [[...current.childNodes], [...wanted.childNodes]];
  news.forEach((next, i) => {
    const old = olds[i];
    if (!old) current.appendChild(next);
    else if (!isAlike(old, next)) current.replaceChild(next, old);
    else morphNode(old, next);
  });
  for (const old of olds.slice(news.length)) current.removeChild(old);
}

function isAlike(a: Node, b: Node): boolean {
  return a.nodeName === b.nodeName && (a as Partial<Element>).id === (b as Partial<Element>).id;
}

function morphNode(old: Node, next: Node): void {
  if (old instanceof Element && next instanceof Element) {
    morphAttributes(old, next);
    morphChildren(old, next);
  } else if (old.nodeValue !== next.nodeValue) {
    old.nodeValue = next.nodeValue;
  }
}

function morphAttributes(old: Element, next: Element): void {
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) === value) continue;
    old.setAttribute(name, value);
    // What an input shows is no longer its attribute once somebody typed into it.
    if (name === "value" && "value" in old) old.value = value;
  }
}
