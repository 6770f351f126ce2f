/** Put an app's HTML into the page's head, once, and wait until its scripts have run. */
export async function addToHead(html: string): Promise<void> {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of template.content.children) await add(element);
}

const added = new Map<string, Promise<void>>();

function add(element: Element): Promise<void> {
  const key = element.getAttribute("src") ?? element.getAttribute("href") ?? element.outerHTML;
  const loaded = added.get(key) ?? insert(element);
  added.set(key, loaded);
  return loaded;
}

function insert(element: Element): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const live = document.createElement(element.tagName);
  for (const { name, value } of element.attributes) live.setAttribute(name, value);
  live.textContent = element.textContent;
  live.addEventListener("load", () => {
    resolve(undefined);
  });
  live.addEventListener("error", () => {
    reject(new Error(`gr.HTML(head=…): ${element.outerHTML} could not be loaded.`));
  });
  document.head.append(live);
  if (!(live instanceof HTMLScriptElement && live.src)) resolve(undefined);
  return promise;
}
