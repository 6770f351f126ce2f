import type { BlockNode, ComponentProps } from "../node.svelte";

/** The id of the line of help of the input whose id is `field`, if there is one: what describes the input. */
export function infoId(props: Pick<ComponentProps, "info">, field: string): string | undefined {
  return props.info ? `${field}-info` : undefined;
}

/** The id of the line that says what is wrong with a block's value. */
export function errorId(node: BlockNode): string {
  return `${node.domId}-error`;
}

/** The ids of the help for a block's input, whose id is `field`, and of what is wrong with it, for screen readers. */
export function describedBy(node: BlockNode, field: string): string | undefined {
  const ids = [infoId(node.props, field), node.error === null ? undefined : errorId(node)];
  return ids.filter((id) => id !== undefined).join(" ") || undefined;
}

/** Whether to tell screen readers that a block's value is wrong. */
export function isInvalid(node: BlockNode): true | undefined {
  return node.error === null ? undefined : true;
}
