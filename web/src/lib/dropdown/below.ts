import type { Attachment } from "svelte/attachments";

const MARGIN = 8;

/**
 * Keep a list below `anchor`, as wide as it is; above, where there is more room. The list is placed in the window, so
 * that no box around it cuts it off.
 */
export function below(anchor: HTMLElement): Attachment<HTMLElement> {
  return (list) => {
    function place(): void {
      const { top, bottom, left, width } = anchor.getBoundingClientRect();
      const [above, under] = [top - MARGIN, innerHeight - bottom - MARGIN];
      const isUnder = under >= Math.min(list.scrollHeight, above);
      Object.assign(list.style, {
        left: `${left}px`,
        width: `${width}px`,
        maxHeight: `${isUnder ? under : above}px`,
        top: isUnder ? `${bottom}px` : "auto",
        bottom: isUnder ? "auto" : `${innerHeight - top}px`,
      });
    }
    place();
    const observer = new ResizeObserver(place);
    observer.observe(anchor);
    observer.observe(list);
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      observer.disconnect();
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  };
}
