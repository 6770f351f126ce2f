import type { BlockNode } from "../node.svelte";

/** One page of an app. */
export interface Page {
  /** Its address after `#/`; empty for the main page. */
  path: string;
  /** What links call it; empty for the main page, whose name is the Navbar's business. */
  name: string;
  isLinked: boolean;
  node: BlockNode;
  navbar: BlockNode | null;
}

/**
 * Which of its pages an app shows: the one that the address names after its `#/`.
 *
 * The fragment, because it works wherever a file can be opened: a static host has no file at `/settings`, and a single
 * HTML file has no other address at all.
 */
export class Pages {
  private fragment = $state("");

  constructor(readonly all: [Page, ...Page[]]) {}

  /** The page on screen; the main one where the address names none. */
  get current(): Page {
    return this.named ?? this.all[0];
  }

  /** Whether the address names a page that the app has not. */
  get isLost(): boolean {
    return this.named === undefined;
  }

  /** Show the page of the address with this fragment; whether that is another one than before. */
  visit(fragment: string): boolean {
    const before = this.current;
    this.fragment = fragment;
    return this.current !== before;
  }

  /** The page at a path, with or without slashes around it. */
  find(path: string): Page | undefined {
    const bare = path.replace(/^\/|\/$/g, "");
    return this.all.find((page) => page.path === bare);
  }

  private get named(): Page | undefined {
    const path = /^#\/([^?]*)/.exec(this.fragment)?.[1] ?? "";
    try {
      return this.find(decodeURI(path));
    } catch {
      return undefined; // the address is no URI: no page has it
    }
  }
}

/** The link to a page. */
export function pageLink(page: Pick<Page, "path">): string {
  return `#/${encodeURI(page.path)}`;
}
