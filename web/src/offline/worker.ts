/** The site's service worker, `sw.js`: a site that was visited works without a network. */
import { SiteCopy, type Build } from "./copy";
import type { WorkerScope } from "./scope";

declare const BUILD: Build;

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const copy = new SiteCopy(BUILD, scope);
/** The open pages that use this build's files, by their ids. */
const own = new Set<string>();

worker.addEventListener("install", (event) => {
  event.waitUntil(copy.make());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([copy.removeOthers(), worker.clients.claim()]));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(visit(request));
  // Measured in Chromium, on third and later visits: with the WebAssembly too answered from here, a page is ready no later
  // than with the HTTP cache answering; routes around this worker (`addRoutes`) gain nothing.
  else if (copy.has(request.url)) event.respondWith(asset(request));
});

worker.addEventListener("message", (event) => {
  if (event.source && event.data === BUILD.id) event.waitUntil(takeOver(event.source.id));
});

/**
 * A new build waits until no page of the old one is open, and then takes its place. A page that is only ever reloaded
 * would keep it waiting for ever: so pages tell which build they are of, and it needn't wait for its own.
 */
async function takeOver(page: string): Promise<void> {
  own.add(page);
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(scope)).every(({ id }) => own.has(id))) await worker.skipWaiting();
}

/** The page as it is now; as it was, without a network or if the site is broken. */
async function visit(request: Request): Promise<Response> {
  const url = request.url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");
  const kept = (): Promise<Response | undefined> => (copy.has(url) ? copy.find(url) : Promise.resolve(undefined));
  try {
    const response = await fetch(request);
    return response.status < 400 ? response : ((await kept()) ?? response);
  } catch (error) {
    const page = await kept();
    if (page) return page;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  return (await copy.find(request.url)) ?? fetch(request);
}
