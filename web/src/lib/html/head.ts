/**
 * Put an app's HTML into the page's head, each element once, and wait until its scripts have run, one after the other,
 * as a browser does that finds them in a page.
 *
 * @param owner who asks for it, in messages
 */
export async function addToHead(html: string, owner: string): Promise<void> {
  for (const element of elementsOf(html)) {
    const key = element.getAttribute("src") ?? element.getAttribute("href") ?? element.outerHTML;
    if (!added.has(key)) added.set(key, insert(element, owner));
    await added.get(key);
  }
}

const added = new Map<string, Promise<void> | null>();

/** The elements of an app's HTML: copies that run, since a browser runs no script of a template. */
export function elementsOf(html: string): HTMLElement[] {
  const template = document.createElement("template");
  template.innerHTML = html;
  return Array.from(template.content.children, (element) => {
    const live = document.createElement(element.tagName);
    for (const { name, value } of element.attributes) live.setAttribute(name, value);
    live.textContent = element.textContent;
    live.dataset.optional = ""; // not one of the page's own, without which it doesn't work
    return live;
  });
}

/** Put an element into the page's head; for a script that has to be fetched first, what settles once it has run. */
export function insert(live: HTMLElement, owner: string): Promise<void> | null {
  const waits = live instanceof HTMLScriptElement && live.hasAttribute("src") && !live.matches("[async], [defer]");
  if (!waits) {
    document.head.append(live);
    return null;
  }
  return new Promise((resolve, reject) => {
    live.addEventListener("load", () => {
      resolve();
    });
    live.addEventListener("error", () => {
      reject(new Error(`${owner}: ${live.outerHTML} could not be loaded.`));
    });
    document.head.append(live);
  });
}
