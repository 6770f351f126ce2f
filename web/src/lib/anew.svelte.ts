import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";
import type { BlockNode } from "../node.svelte";

/** A box that scrolls is at its start again when Python gives its block another value. */
export function scrollsAnew(node: BlockNode): Attachment<HTMLElement> {
  return (box) => {
    let seen = untrack(() => node.generation);
    $effect(() => {
      if (node.generation === seen) return;
      seen = node.generation;
      box.scrollTop = 0;
      box.scrollLeft = 0;
    });
  };
}
