import type { Attachment } from "svelte/attachments";

/** How near to its end, in px, a text area must be to count as read to the end. */
const NEAR = 100;

/**
 * Keep a text area at the end of its text while Python appends to it, unless the visitor scrolled up or writes in it.
 *
 * @param value what its text depends on
 */
export function autoscroll(value: () => unknown): Attachment<HTMLTextAreaElement> {
  return (area) => {
    let followed = true;
    area.addEventListener("scroll", () => {
      followed = area.scrollTop + area.clientHeight > area.scrollHeight - NEAR;
    });
    $effect(() => {
      value();
      if (followed && document.activeElement !== area) area.scrollTop = area.scrollHeight;
    });
  };
}
