/** The browser's service workers; none on plain http, nor where a page has no origin: on the disk, in a sandboxed frame. */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  // Chromium raises there when it is looked at, Firefox at the first use.
  return self.origin === "null" ? undefined : (navigator as Partial<Navigator>).serviceWorker;
}
