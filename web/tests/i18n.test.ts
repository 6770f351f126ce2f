import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { language, ownLanguages, t } from "../src/i18n/language.svelte";
import { bestLanguage } from "../src/i18n/match";
import { Translations } from "../src/i18n/translations";
import { block, show } from "./page";

/** How Python marks a text that is to be translated. */
const mark = (key: string): string => `__i18n__{"__type__": "translation_metadata", "key": ${JSON.stringify(key)}}`;
const GREETINGS = { en: { hi: "Hello", bye: "Bye" }, de: { hi: "Hallo" }, "zh-CN": { hi: "你好" } };

beforeEach(() => {
  vi.stubGlobal("pyblocksTheme", () => "system");
  localStorage.clear();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await language.choose(null);
  vi.unstubAllGlobals();
  localStorage.clear();
});

it.each([
  [["de-AT", "en"], ["en", "de"], "de"],
  [["zh-TW"], ["en", "zh-CN"], "zh-CN"],
  [["zh-Hans-CN"], ["zh", "zh-Hans"], "zh-Hans"],
  [["PT-br"], ["pt", "pt-BR"], "pt-BR"],
  [["fr", "de"], ["en", "de"], "de"],
  [["fr"], ["en"], undefined],
])("takes for %j of %j %s", (wanted, there, best) => {
  expect(bestLanguage(wanted, there)).toBe(best);
});

it("has all its own texts in every language, with the same values put in", async () => {
  const english = { ...language.texts };
  for (const tag of ownLanguages) {
    await language.choose(tag);
    expect(document.documentElement.lang).toBe(tag);
    for (const [key, text] of Object.entries(english)) {
      const own = t(key as keyof typeof english, {});
      expect(own).not.toBe("");
      const blanks = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();
      expect(blanks(language.texts[key as keyof typeof english])).toEqual(blanks(text));
    }
  }
});

it("turns the page to right to left for Arabic, and back", async () => {
  await language.choose("ar");
  expect(document.documentElement.dir).toBe("rtl");
  await language.choose("en");
  expect(document.documentElement.dir).toBe("ltr");
});

it("follows the browser until the visitor chooses, and remembers what they chose", async () => {
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["fr-CA", "en"]);
  await language.load();
  expect(t("settings")).toBe("Paramètres");
  await language.choose("de");
  expect(t("settings")).toBe("Einstellungen");
  expect(localStorage.getItem("pyblocks-language")).toBe("de");
  await language.choose(null);
  expect(t("settings")).toBe("Paramètres");
  expect(localStorage.getItem("pyblocks-language")).toBeNull();
});

it("translates marked texts, wherever in a text they are", async () => {
  const translations = new Translations(GREETINGS);
  await language.choose("de");
  expect(translations.text(`# ${mark("hi")}, ${mark("hi")}!`)).toBe("# Hallo, Hallo!");
  expect(translations.text(mark("bye"))).toBe("Bye"); // which German lacks
  expect(translations.text(mark('no "such" key'))).toBe('no "such" key');
  await language.choose("ja");
  expect(translations.text(mark("hi"))).toBe("Hello");
});

it("takes the first language where there is no English", async () => {
  await language.choose("ja");
  expect(new Translations({ de: { hi: "Hallo" }, fr: { hi: "Salut" } }).text(mark("hi"))).toBe("Hallo");
});

it("translates labels, help and names of choices, which keep their values, and does so anew in another language", async () => {
  const choices = [
    [mark("hi"), mark("hi")],
    ["b", "b"],
  ];
  const radio = block("radio", { label: mark("hi"), info: mark("bye"), choices, value: mark("hi"), interactive: true });
  const { app, events } = await show({ title: mark("hi"), translations: GREETINGS }, radio);
  await language.choose("de");
  await tick();
  expect(screen.getByRole("group", { name: "Hallo" }).textContent).toContain("Bye");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Hallo" }).checked).toBe(true);
  expect(document.title).toBe("Hallo");
  await userEvent.click(screen.getByRole("radio", { name: "b" }));
  await language.choose("zh-CN");
  await tick();
  await userEvent.click(screen.getByRole("radio", { name: "你好" }));
  expect(events().filter(([name]) => name === "input")).toEqual([
    ["input", { value: "b" }, undefined],
    ["input", { value: mark("hi") }, undefined],
  ]);
  expect(app.title).toBe("你好");
});

it("lets the visitor choose among the page's languages and the app's", async () => {
  await show({ translations: { nl: { hi: "Hoi" }, en: { hi: "Hello" } } });
  await userEvent.click(screen.getByRole("button", { name: "Settings" }));
  const menu = screen.getByRole("combobox", { name: "Language" });
  expect([...menu.querySelectorAll("option")].map(({ value }) => value)).toEqual(["", ...ownLanguages, "nl"]);
  await userEvent.selectOptions(menu, "es");
  expect(await screen.findByRole("dialog", { name: "Ajustes" })).toBeTruthy();
});

it("shows the links that the app asks for below it", async () => {
  const links = [{ label: "settings" }, { label: "Source", url: "https://example.org/" }];
  await show({ footer_links: links });
  expect(screen.getByRole("link", { name: "Source" }).getAttribute("href")).toBe("https://example.org/");
  expect(screen.getByRole("button", { name: "Settings" })).toBeTruthy();
  expect(screen.queryByText(/Runs in your browser/)).toBeNull();
});

it("has no footer where the app wants none", async () => {
  await show({ footer_links: [] });
  expect(screen.queryByRole("contentinfo")).toBeNull();
});
