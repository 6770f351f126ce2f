import type { Config } from "./protocol";
import { stylesId } from "./site";

/** Gradio's title for an app that gives itself none; the site's own name says more. */
const NO_TITLE = "Gradio";

export function titled(config: Config, site: { title: string }): Config {
  return config.title === NO_TITLE ? { ...config, title: site.title } : config;
}

/**
 * The style sheets of an app: after ours, so that they win. The build writes them into the page, too. The theme comes
 * last, since an `@import` of the app's must come first; it is in our layer, so the app's rules win over it.
 */
export function appStyles(config: Config): string {
  return [config.css, config.theme].filter(Boolean).join("\n");
}

/** What an app adds to the page's head. */
export class Head {
  private readonly styles: HTMLElement;
  private html = "";
  private nodes: ChildNode[] = [];

  constructor(number: number) {
    const id = stylesId(number);
    this.styles = document.getElementById(id) ?? Object.assign(document.createElement("style"), { id });
  }

  /** Make it what this config has. What is there already stays: its scripts run once. */
  show(config: Config): void {
    const styles = appStyles(config);
    if (this.styles.textContent !== styles) this.styles.textContent = styles;
    if (!this.styles.isConnected) document.head.append(this.styles);
    if (this.html === config.head) return;
    for (const node of this.nodes) node.remove();
    this.html = config.head;
    const fragment = document.createRange().createContextualFragment(config.head);
    // The page starts without them: one that doesn't load is for the app's author to see, in the console.
    for (const element of fragment.querySelectorAll<HTMLElement>("script, link")) element.dataset.optional = "";
    this.nodes = [...fragment.childNodes];
    document.head.append(fragment);
  }
}
