import en from "./en";
import { bestLanguage } from "./match";

export type Texts = Record<keyof typeof en, string>;

/** The catalogues besides English, each loaded when somebody wants it. */
const catalogues: Record<string, () => Promise<{ default: Texts }>> = {
  ar: () => import("./ar"),
  de: () => import("./de"),
  es: () => import("./es"),
  fr: () => import("./fr"),
  ja: () => import("./ja"),
  ko: () => import("./ko"),
  pt: () => import("./pt"),
  zh: () => import("./zh"),
};

/** The languages that the page's own texts are in. */
export const ownLanguages: readonly string[] = ["en", ...Object.keys(catalogues)];

const KEY = "pyblocks-language";
const RIGHT_TO_LEFT = new Set(["ar"]);

declare global {
  interface Window {
    /** For `page.html`, which has them in English: what a failure is shown with. */
    pyblocksTexts?: Texts;
  }
}

/** The language of the page: what the visitor chose in the settings, or else what the browser asks for. */
class Language {
  /** What the visitor chose; null for what the browser asks for. */
  chosen: string | null = $state(stored());
  texts: Texts = $state.raw(en);

  /** Whether the app is to be as it was built, while the page takes its markup over: HTML in it is taken as it is. */
  asBuilt = $state(import.meta.env.SSR);

  /** The languages to show the app in, best first. */
  get wanted(): readonly string[] {
    if (this.asBuilt) return [];
    const { languages } = navigator;
    return this.chosen === null ? languages : [this.chosen, ...languages];
  }

  /** From now on, the visitor wants this language; null for what the browser asks for. */
  async choose(language: string | null): Promise<void> {
    try {
      if (language === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, language);
    } catch (error) {
      console.info(`PyBlocks: the language isn’t remembered: ${String(error)}`);
    }
    this.chosen = language;
    await this.load();
  }

  /** Load the page's own texts in the language that is wanted; English where that can't be had. */
  async load(): Promise<void> {
    const found = bestLanguage(this.wanted, ownLanguages) ?? "en";
    try {
      this.show(found, (await catalogues[found]?.())?.default ?? en);
    } catch (error) {
      console.warn("PyBlocks: the page’s own texts are in English:", error);
    }
  }

  private show(language: string, texts: Texts): void {
    this.texts = window.pyblocksTexts = texts;
    document.documentElement.lang = language;
    document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const language = new Language();

/** A text of the page's own in its language, with `values` for what stands in braces. */
export function t(key: keyof Texts, values: Record<string, string | number> = {}): string {
  return language.texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
