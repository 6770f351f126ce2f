import type { ComponentProps } from "../node.svelte";

/** What {@link deepLink} needs of a block. */
export interface LinkedNode {
  id: number;
  type: string;
  props: object;
}

/**
 * A link to the page at `address` that fills in what these blocks hold now. `pyblocks/session/deep_link.py` reads it.
 *
 * It is all behind the `#`, which browsers send to nobody.
 */
export function deepLink(address: string, nodes: readonly LinkedNode[]): string {
  const values = nodes.map(({ id, type, props }) => [id, type, (props as ComponentProps).value]);
  const url = new URL(address);
  const page = /^#\/[^?]*/.exec(url.hash)?.[0] ?? "#/";
  url.hash = `${page}?${DEEP_LINK}${encoded(JSON.stringify(values))}`;
  return url.href;
}

/** Whether the address with this fragment is a deep link. */
export function isDeepLink(fragment: string): boolean {
  return fragment.includes(`?${DEEP_LINK}`);
}

const DEEP_LINK = "deep_link=";

/** Text as base64 that may stand in an address. */
function encoded(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
