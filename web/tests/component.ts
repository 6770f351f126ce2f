import type { BlockNode } from "../src/node.svelte";
import type { EventMessage, Props } from "../src/protocol";
import { block, show, type TestBlock } from "./page";

/** One component on the page, and what it told Python. */
export interface ShownComponent {
  node: BlockNode;
  element: HTMLElement;
  /** Every event message to Python, in order. */
  sent: EventMessage[];
  /** The names of the events in `sent`. */
  events: () => string[];
}

const SHARED = { info: null, show_label: true, container: true, interactive: true, min_width: 160, buttons: [] };

/** Show a component with these props besides those that all have; `others` come after it. */
export async function showComponent(type: string, props: Props, ...others: TestBlock[]): Promise<ShownComponent> {
  const { nodes, sent } = await show(block(type, { ...SHARED, ...props }), ...others);
  const node = nodes[0];
  const element = node && document.getElementById(node.domId);
  if (!element) throw new Error(`The ${type} has no element with its id.`);
  const messages = sent as EventMessage[];
  return { node, element, sent: messages, events: () => messages.map(({ event }) => event) };
}
