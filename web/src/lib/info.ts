import type { BlockNode, ComponentProps } from "../node.svelte";

/** The id of the line of help of the input whose id is `field`, if there is one: what describes the input. */
export function infoId(props: Pick<ComponentProps, "info">, field: string): string | undefined {
  return props.info ? `${field}-info` : undefined;
}

/** The id of the line that says what is wrong with a block's value. */
export function errorId(node: BlockNode): string {
  return `${node.domId}-error`;
}

/** What tells a screen reader of the help for a block's input, whose id is `field`, and of what is wrong with it. */
export function describe(
  node: BlockNode,
  field: string,
): { "aria-describedby": string | undefined; "aria-invalid": true | undefined } {
  const ids = [infoId(node.props, field), node.error === null ? undefined : errorId(node)];
  return {
    "aria-describedby": ids.filter((id) => id !== undefined).join(" ") || undefined,
    "aria-invalid": node.error === null ? undefined : true,
  };
}
