import type { ComponentProps } from "../../node.svelte";
import type { ToolbarButton } from "../toolbar";
import type { Length } from "../layout";
import type { Scope } from "./template";

export interface HTMLProps extends ComponentProps {
  html_template: string;
  css_template: string;
  js_on_load: string | null;
  apply_default_css: boolean;
  min_height: Length;
  max_height: Length;
  padding: boolean;
  autoscroll: boolean;
  head: string | null;
  buttons: ToolbarButton[] | null;
  /** The app's own props. */
  props: Scope;
}

const OWN = ["value", "label", "visible"] as const;

/** What templates and scripts can read. */
export function scopeOf(props: HTMLProps): Scope {
  return { ...Object.fromEntries(OWN.map((name) => [name, props[name]])), ...props.props };
}

/** The edit that sets what they call `name`. */
export function editOf(props: HTMLProps, name: string, value: unknown): Partial<HTMLProps> {
  return OWN.some((own) => own === name) ? { [name]: value } : { props: { ...props.props, [name]: value } };
}
