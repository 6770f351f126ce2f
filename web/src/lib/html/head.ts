/**
 * Put an app's HTML into the page's head, once, and wait until its scripts have run, one after the other, as a browser
 * does that finds them in a page.
 *
 * @param owner who asks for it, in messages
 */
export async function addToHead(html: string, owner: string): Promise<void> {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of template.content.children) await add(element, owner);
}

const added = new Map<string, Promise<void>>();

function add(element: Element, owner: string): Promise<void> {
  const key = element.getAttribute("src") ?? element.getAttribute("href") ?? element.outerHTML;
  const loaded = added.get(key) ?? insert(element, owner);
  added.set(key, loaded);
  return loaded;
}

/** A clone, since a browser runs no script of a template. */
function insert(element: Element, owner: string): Promise<void> {
  const live = document.createElement(element.tagName);
  for (const { name, value } of element.attributes) live.setAttribute(name, value);
  live.textContent = element.textContent;
  live.dataset.optional = ""; // not one of the page's own, without which it doesn't work
  return new Promise((resolve, reject) => {
    live.addEventListener("load", () => {
      resolve();
    });
    live.addEventListener("error", () => {
      reject(new Error(`${owner}: ${element.outerHTML} could not be loaded.`));
    });
    document.head.append(live);
    if (!(live instanceof HTMLScriptElement && live.src && !element.matches("[async], [defer]"))) resolve();
  });
}
