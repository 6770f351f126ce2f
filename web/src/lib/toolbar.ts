/** One of a component's `buttons`: the name of one of its own, or a `gr.Button` of the app's. */
export type ToolbarButton = string | { id: number };
