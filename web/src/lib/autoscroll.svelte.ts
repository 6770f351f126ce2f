import { untrack } from "svelte";
import { on } from "svelte/events";
import type { Attachment } from "svelte/attachments";
import type { BlockNode } from "../node.svelte";

/** How near to its end, in px, a text area must be to count as read to the end. */
const NEAR = 100;

/**
 * Keep a text area at the end of its text while Python appends to it, unless the visitor scrolled up or writes in it.
 * Another text is shown from its end too, or from its start where `autoscroll` is off.
 */
export function autoscroll(node: BlockNode<{ value: unknown; autoscroll: boolean }>): Attachment<HTMLTextAreaElement> {
  return (area) => {
    let seen = untrack(() => node.generation);
    const isAtEnd = (): boolean => area.scrollTop + area.clientHeight > area.scrollHeight - NEAR;
    let follows = isAtEnd();
    $effect(() => {
      const { value, autoscroll } = node.props;
      const isOther = node.generation !== seen;
      seen = node.generation;
      if (isOther) follows = true;
      if (isOther && !autoscroll && document.activeElement !== area) area.scrollTop = 0;
      if (value && autoscroll && follows && document.activeElement !== area) area.scrollTop = area.scrollHeight;
    });
    return on(area, "scroll", () => {
      follows = isAtEnd();
    });
  };
}
