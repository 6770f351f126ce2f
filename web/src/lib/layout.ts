import type { BlockNode, BlockProps } from "../node.svelte";

/** A length as Gradio takes it: a number of pixels, or CSS text. Null where it is not given. */
export type Length = number | string | null | undefined;

export function cssLength(length: Length): string | null {
  if (length == null) return null;
  return typeof length === "number" ? `${length}px` : length;
}

/** The attributes that the element of every layout has: its id and its classes. */
export function layoutAttributes(node: BlockNode, ...classes: string[]): { id: string; class: string[] } {
  const { elem_classes = [], visible } = node.props as BlockProps;
  return { id: node.domId, class: [...classes, ...elem_classes, ...(visible === "hidden" ? ["hidden"] : [])] };
}

/** Whether nothing of this block can be seen. */
export function isHidden(node: { readonly props: object }): boolean {
  const { visible } = node.props as BlockProps;
  return visible === false || visible === "hidden";
}
