import type { Site } from "../site";
import { removeCopies } from "./copy";
import { serviceWorkers } from "./workers";

/** Keep the site in this browser, so that it works without a network; or drop what is kept, if the build says so. */
export async function keepOffline({ offline, root }: Site): Promise<void> {
  const workers = serviceWorkers();
  if (offline === undefined || !workers) return;
  try {
    const scope = new URL(`./${root ?? ""}`, document.baseURI).href;
    if (offline === null) await drop(workers, scope);
    else announce(await workers.register(`${scope}sw.js`), offline);
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

async function drop(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  const registration = await workers.getRegistration();
  if (registration?.scope !== scope) return; // none, or that of a site in a folder above
  await registration.unregister();
  await removeCopies(scope);
}
