import type { BlockNode, BlockProps } from "../node.svelte";
import { isHidden, type Length } from "./layout";

export type TabId = number | string;

export interface TabsProps extends BlockProps {
  selected: TabId | null;
  overflow_behavior: "menu" | "wrap";
}

export interface TabProps extends BlockProps {
  label: string | null;
  id: TabId | null;
  interactive: boolean;
  alignment: "left" | "right";
  height: Length;
  max_height: Length;
  render_children: boolean;
}

export type TabsNode = BlockNode<TabsProps>;
export type TabNode = BlockNode<TabProps>;

export function tabsIn(tabs: TabsNode): TabNode[] {
  return tabs.children as TabNode[];
}

/** What `selected` calls a tab by: its `id`, or else the block's. */
export function tabId(tab: TabNode): TabId {
  return tab.props.id ?? tab.id;
}

/** The tab whose panel is shown: the selected one, or else the first that can be selected. */
export function selectedTab(tabs: TabsNode): TabNode | undefined {
  const shown = tabsIn(tabs).filter((tab) => !isHidden(tab));
  return (
    shown.find((tab) => tabId(tab) === tabs.props.selected) ?? shown.find((tab) => tab.props.interactive) ?? shown[0]
  );
}

/** The id of a tab's button; the panel has that of the block. */
export function buttonId(tab: TabNode): string {
  return `${tab.domId}-button`;
}
