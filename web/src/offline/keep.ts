import type { Site } from "../site";
import { removeCopies } from "./copy";

/** Keep the site in this browser, so that it works without a network; or drop what is kept, if the build says so. */
export async function keepOffline({ offline, root }: Site): Promise<void> {
  if (offline === undefined || location.protocol === "file:") return;
  try {
    if (!("serviceWorker" in navigator)) return; // a page of plain http, say
    const scope = new URL(`./${root ?? ""}`, document.baseURI).href;
    if (offline === null) await drop(scope);
    else announce(await navigator.serviceWorker.register(`${scope}sw.js`), offline);
  } catch (error) {
    console.info("PyBlocks: this site isn’t kept for use without a network:", error);
  }
}

/** Tell a new build's worker, once it waits to be used, which build this page is of. */
function announce(registration: ServiceWorkerRegistration, build: string): void {
  const tell = (): void => registration.waiting?.postMessage(build);
  const follow = (): void => {
    registration.installing?.addEventListener("statechange", tell);
  };
  tell();
  follow();
  registration.addEventListener("updatefound", follow);
}

async function drop(scope: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.scope !== scope) return; // none, or that of a site in a folder above
  await registration.unregister();
  await removeCopies(scope);
}
