import type { Attachment } from "svelte/attachments";

/** Wide code and tables scroll sideways; those that do can be reached with the keyboard. `html` is what is shown. */
export function scrollable(html: string): Attachment<HTMLElement> {
  return (root) => {
    const boxes = html ? root.querySelectorAll<HTMLElement>("pre, .table-wrap, .katex-display") : [];
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
        else target.removeAttribute("tabindex");
      }
    });
    for (const box of boxes) observer.observe(box);
    return () => {
      observer.disconnect();
    };
  };
}
