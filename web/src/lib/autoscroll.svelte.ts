import { on } from "svelte/events";
import type { Attachment } from "svelte/attachments";

/** How near to its end, in px, a text area must be to count as read to the end. */
const NEAR = 100;

/**
 * Keep a text area at the end of its text while Python appends to it, unless the visitor scrolled up or writes in it.
 *
 * @param props its text, and whether to follow it
 */
export function autoscroll(props: () => { value: unknown; autoscroll: boolean }): Attachment<HTMLTextAreaElement> {
  return (area) => {
    const isAtEnd = (): boolean => area.scrollTop + area.clientHeight > area.scrollHeight - NEAR;
    let follows = isAtEnd();
    $effect(() => {
      const { value, autoscroll } = props();
      if (value && autoscroll && follows && document.activeElement !== area) area.scrollTop = area.scrollHeight;
    });
    return on(area, "scroll", () => {
      follows = isAtEnd();
    });
  };
}
