/**
 * Every message between Python and the page. The twin of `pyblocks/wire/protocol.py`; a test holds them equal.
 *
 * Messages cross as JSON text. Each has a `type`; those to Python say what the visitor did, those to the page say
 * what to show.
 */

export type Json = unknown;
export type Props = Record<string, Json>;

// To Python

/**
 * The visitor did something: `event` of block `target`.
 *
 * `edit` holds the props that the visitor changed by it (`{value: "abc"}`); `data` what `gr.EventData` is made of,
 * such as `index` and `value` of a selection. `replayed` if it happened before Python was up; then a `ready` follows when
 * its listeners have given their first results.
 */
export interface EventMessage {
  type: "event";
  target: number;
  event: string;
  edit?: Props;
  data?: Json;
  replayed?: boolean;
}

/** A page of the app is on screen, the main one or the one with the id `page`: run its `load` listeners. */
export interface LoadMessage {
  type: "load";
  page?: number;
}

/** The visitor is leaving the page: run the `unload` listeners. */
export interface UnloadMessage {
  type: "unload";
}

/** A script of `target` calls one of its `server_functions`; a `result` with the same `call` follows. */
export interface CallMessage {
  type: "call";
  target: number;
  call: number;
  function: string;
  args: Json[];
}

/** What the browser stores under `key` was changed by another tab, or by the visitor: read it again. */
export interface StorageMessage {
  type: "storage";
  by: "tab" | "visitor";
  key: string;
}

/** What a `script` gave: its `value` (none where it returned nothing), or what went wrong in it. */
export interface ScriptResultMessage {
  type: "script_result";
  call: number;
  value?: Json;
  error: string | null;
}

// To the page

/** One block: the `id` that messages name it by, the stem of its Svelte file, its props. */
export interface ComponentConfig {
  id: number;
  type: string;
  props: Props;
}

/** A place in the tree. */
export interface LayoutConfig {
  id: number;
  children?: LayoutConfig[];
}

/** What the page must know of a listener: what starts it, and which blocks show that it is pending. */
export interface DependencyConfig {
  id: number;
  targets: [number, string][];
  inputs: number[];
  outputs: number[];
  show_progress: "full" | "minimal" | "hidden";
  show_progress_on: number[];
  scroll_to_output: boolean;
}

/** A page of an app besides its main one: its address, what links call it, its tree, the id of its Navbar. */
export interface PageConfig {
  path: string;
  name: string;
  show_in_navbar: boolean;
  layout: LayoutConfig;
  navbar: number | null;
}

/** A link below the app; without a `url`, what `label` says: `gradio` (what runs the app) or `settings`. */
export interface FooterLink {
  label: string;
  url?: string;
}

/**
 * A whole app, ready to render (Gradio's config).
 *
 * `theme` and `css` are style sheets, `layout` and `navbar` are the main page's, `storage_keys` is what the app keeps
 * values under in the browser, `translations` its texts by language and key.
 */
export interface Config {
  version: string;
  title: string;
  mode: string;
  theme: string;
  css: string;
  head: string;
  js: string;
  fill_height: boolean;
  fill_width: boolean;
  components: ComponentConfig[];
  layout: LayoutConfig;
  pages: PageConfig[];
  navbar: number | null;
  dependencies: DependencyConfig[];
  storage_keys: string[];
  footer_links: FooterLink[];
  translations: Record<string, Record<string, string>>;
}

/** Show this app. */
export interface ConfigMessage {
  type: "config";
  config: Config;
}

/**
 * A part of block `id`'s value that changed: what is at `path`, keys and indices from the value inwards.
 *
 * `append` adds text to the text there, or items to the list; `set` puts `value` there.
 */
export interface ValueEdit {
  id: number;
  path: (number | string)[];
  edit: "append" | "set";
  value: Json;
}

/** New props for blocks, each `[id, props]`; and values that grow, by `edits` in order. */
export interface UpdateMessage {
  type: "update";
  patches: [number, Props][];
  edits?: ValueEdit[];
}

/**
 * A `gr.render` function has made what is below `layout` anew.
 *
 * `components` are the blocks there: new ones, and of those that the page has the props to set. What is in the page
 * below `layout` and not in it any more goes. `dependencies` are the new listeners, `removed` those of which nothing
 * will be heard any more, `storage_keys` all that the app has now.
 */
export interface RenderMessage {
  type: "render";
  components: ComponentConfig[];
  layout: LayoutConfig;
  dependencies: DependencyConfig[];
  removed: number[];
  storage_keys: string[];
}

/**
 * A listener's run got to this stage. `pending`: started or waiting; `generating`: gave a first result.
 *
 * `queue` is for one that waits: its place in the queue, from 1, and how many wait there.
 */
export interface StatusMessage {
  type: "status";
  dependency: number;
  stage: "pending" | "generating" | "complete" | "error";
  queue?: [number, number];
}

/** How far one thing is: `index` of `length` in `unit`, or `progress` from 0 to 1; null is not known. */
export interface ProgressStep {
  index: number | null;
  length: number | null;
  unit: string;
  progress: number | null;
  desc: string | null;
}

/** How far a listener's run is, which is pending then; of nested steps the outermost comes first. */
export interface ProgressMessage {
  type: "progress";
  dependency: number;
  steps: ProgressStep[];
}

/** Tell the visitor. `duration` in seconds, null until dismissed; `details` is a traceback. */
export interface ToastMessage {
  type: "toast";
  level: "error" | "warning" | "info" | "success";
  title: string;
  message: string;
  duration: number | null;
  details?: string;
}

/** What a called function returned, or what it raised. */
export interface ResultMessage {
  type: "result";
  call: number;
  value: Json;
  error: string | null;
}

/** A text file that the app wrote for the visitor to take away, as it is now. */
export interface FileMessage {
  type: "file";
  path: string;
  text: string;
}

/** Call the JavaScript function `source`, a listener's `js`; a `script_result` follows. */
export interface ScriptMessage {
  type: "script";
  call: number;
  source: string;
  args: Json[];
}

/** What a validator says of blocks, each `[id, message]`; null for one that is valid. */
export interface ValidationMessage {
  type: "validation";
  errors: [number, null | string][];
}

/** All listeners of `load`, or of a replayed event, have given their first result. */
export interface ReadyMessage {
  type: "ready";
}

/** The app can't be shown: what is wrong, where in it, and the traceback. */
export interface FailureMessage {
  type: "failure";
  message: string;
  details: string;
}

export type ToPython = EventMessage | LoadMessage | UnloadMessage | CallMessage | StorageMessage | ScriptResultMessage;
export type ToPage =
  | ConfigMessage
  | UpdateMessage
  | RenderMessage
  | StatusMessage
  | ProgressMessage
  | ToastMessage
  | ResultMessage
  | FileMessage
  | ScriptMessage
  | ValidationMessage
  | ReadyMessage
  | FailureMessage;
