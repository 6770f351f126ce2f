/** In ms; longer than a browser takes that paints the page at all. */
const LIMIT = 250;

/**
 * Resolves once something of the page was painted, so that nothing that keeps the processor busy comes before it; at
 * once in a background tab, which isn't painted.
 */
export function firstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint").length) resolve();
    });
    observer.observe({ type: "paint", buffered: true });
    setTimeout(() => {
      observer.disconnect();
      resolve();
    }, LIMIT);
  });
}
