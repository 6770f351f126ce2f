import type { Props } from "../protocol";
import { language } from "./language.svelte";
import { bestLanguage } from "./match";

/** What stands for a translation in a text of the app's: `pyblocks/i18n.py` writes it. */
const MARK = /__i18n__(\{"__type__": "translation_metadata", "key": "(?:[^"\\]|\\.)*"\})/g;

/** An app's own translations: its texts by language and key. */
export class Translations {
  readonly languages: string[];

  constructor(private readonly texts: Record<string, Record<string, string>>) {
    this.languages = Object.keys(texts);
  }

  /** `text` with what it has marked in the visitor's language. */
  text(text: string): string {
    return this.languages.length && text.includes("__i18n__")
      ? text.replace(MARK, (_, mark: string) => this.find((JSON.parse(mark) as { key: string }).key))
      : text;
  }

  /** Likewise what stands under these names. */
  props<P extends object>(props: P): P {
    if (!this.languages.length) return props;
    const entries = Object.entries(props).map(([name, value]) => [name, this.prop(name, value, "choices" in props)]);
    return Object.fromEntries(entries) as P;
  }

  /** A block's prop likewise. Of choices only the names: their values are what Python gets. */
  prop(name: string, value: unknown, hasChoices: boolean): unknown {
    if (!this.languages.length) return value;
    if (name === "choices") return this.choices(value);
    return name === "value" && hasChoices ? value : this.deep(value);
  }

  private find(key: string): string {
    const best = bestLanguage([...language.wanted, "en"], this.languages);
    const order = [best, "en", ...this.languages];
    return order.map((tag) => tag && this.texts[tag]?.[key]).find((text) => text !== undefined) ?? key;
  }

  private choices(choices: unknown): unknown {
    if (!Array.isArray(choices)) return choices;
    return choices.map((choice: unknown) =>
      Array.isArray(choice) ? [this.deep(choice[0]), ...(choice.slice(1) as unknown[])] : choice,
    );
  }

  private deep(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.deep(item));
    if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value as Props).map(([name, item]) => [name, this.deep(item)]));
  }
}
