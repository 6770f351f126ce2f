import type { ComponentProps } from "../node.svelte";

/** The id of the line of help of the input whose id is `field`, if there is one: what describes the input. */
export function infoId(props: Pick<ComponentProps, "info">, field: string): string | undefined {
  return props.info ? `${field}-info` : undefined;
}
