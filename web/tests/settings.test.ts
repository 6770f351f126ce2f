import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AppData, sizeOf } from "../src/lib/settings/data";
import type { Theme } from "../src/lib/settings/theme";
import { show, type Page } from "./page";

let theme: Theme;

beforeEach(() => {
  theme = "system";
  vi.stubGlobal("pyblocksTheme", (choice?: Theme) => (theme = choice ?? theme));
  localStorage.clear();
});
afterEach(() => {
  localStorage.clear();
});

/** An app that stores `one` and `two`, with its settings open. */
async function open(stored: Record<string, string> = {}): Promise<Page> {
  for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
  const page = await show();
  page.app.config.storage_keys.push("one", "two");
  await userEvent.click(screen.getByRole("button", { name: "Settings" }));
  return page;
}
const rows = (): string[][] =>
  screen.getAllByRole("row").map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));
const everything = (): unknown => JSON.parse(JSON.stringify(localStorage));
const choose = (content: string): Promise<void> =>
  userEvent.upload(screen.getByLabelText("Load from file"), new File([content], "data.json"));
const says = (text: string): Promise<void> =>
  waitFor(() => {
    expect(screen.getByRole("status").textContent).toContain(text);
  });

it("opens as a dialog with a name, and closes", async () => {
  await open();
  expect(screen.getByRole("dialog", { name: "Settings" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

it("shows the theme and changes it", async () => {
  await open();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "System" }).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
  expect(theme).toBe("dark");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Dark" }).checked).toBe(true);
});

it("lists the app's own keys that are there, with their sizes", async () => {
  await open({ two: '"ü"', "two.damaged": "x".repeat(1500), other: "1" });
  expect(rows()).toEqual([
    ["Name", "Size"],
    ["two", "4 bytes"],
    ["two.damaged", "1.5 kB"],
  ]);
});

it("says where nothing is stored", async () => {
  await open({ other: "1" });
  expect(screen.getByText("This app stores nothing in this browser.")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Download" }).disabled).toBe(true);
});

it("writes a file that can be loaded again", async () => {
  const { app } = await open({ one: "[1]", other: "1" });
  expect(JSON.parse(await new AppData(app).file().text())).toEqual({ one: "[1]" });
});

it("loads such a file and tells Python", async () => {
  const { sent } = await open({ one: "1" });
  await choose('{"one": "[2]", "two.damaged": "{"}');
  await says("Loaded");
  expect(everything()).toEqual({ one: "[2]", "two.damaged": "{" });
  expect(sent).toEqual([{ type: "storage", by: "visitor", key: "one" }]);
});

it.each([
  ["{", "not JSON"],
  ["[1]", "holds no stored data"],
  ['{"one": "[2]", "other": "3"}', "belongs to another app: this one stores nothing as “other”"],
  ['{"one": 2}', "was not downloaded here"],
])("refuses %s and changes nothing", async (content, message) => {
  const { sent } = await open({ one: "1" });
  await choose(content);
  await says(message);
  expect(everything()).toEqual({ one: "1" });
  expect(sent).toEqual([]);
});

it("asks before it erases", async () => {
  const { sent } = await open({ one: "1", other: "2" });
  await userEvent.click(screen.getByRole("button", { name: "Erase…" }));
  expect(document.activeElement?.textContent).toBe("Keep");
  await userEvent.click(screen.getByRole("button", { name: "Keep" }));
  expect(document.activeElement?.textContent).toBe("Erase…");
  expect(localStorage.getItem("one")).toBe("1");
  await fireEvent.click(screen.getByRole("button", { name: "Erase…" }));
  await userEvent.click(screen.getByRole("button", { name: "Erase all" }));
  await says("Erased");
  expect(everything()).toEqual({ other: "2" });
  expect(sent).toEqual([{ type: "storage", by: "visitor", key: "one" }]);
});

it.each([
  ["", "0 bytes"],
  ["a", "1 byte"],
  ["a".repeat(999), "999 bytes"],
  ["a".repeat(2_500_000), "2.5 MB"],
])("gives the size of a text", (text, size) => {
  expect(sizeOf(text)).toBe(size);
});

it("has the files that the app wrote, to take away", async () => {
  const { app } = await show();
  app.receive({ type: "file", path: ".gradio/flagged/dataset1.csv", text: "a,b\n" });
  app.receive({ type: "file", path: ".gradio/flagged/dataset1.csv", text: "a,b\n1,2\n" });
  await userEvent.click(screen.getByRole("button", { name: "Settings" }));
  expect(screen.getByText("8 bytes")).toBeTruthy();
  let saved = "";
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    void (blob as Blob).text().then((content) => (saved = content));
    return "blob:x";
  });
  await userEvent.click(screen.getByRole("button", { name: "Download dataset1.csv" }));
  await waitFor(() => {
    expect(saved).toBe("a,b\n1,2\n");
  });
  vi.restoreAllMocks();
});
