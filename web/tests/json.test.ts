import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, it } from "vitest";
import { entriesOf, rangesOf, unfoldedLevels } from "../src/lib/json/entries";
import { block, show, type Page } from "./page";

function json(value: unknown, props: object = {}): Promise<Page> {
  return show(block("json", { value, label: "Data", open: false, show_indices: false, buttons: ["copy"], ...props }));
}
const shown = (): string => screen.getByTestId("json").textContent.replace(/\s+/g, "");

it("shows every kind of value", async () => {
  await json({ a: 1, b: [true, null, "x<y"], c: {}, d: [] });
  expect(shown()).toBe('{"a":1,"b":[true,null,"x<y"],"c":{},"d":[]}');
});

it("folds and unfolds, and starts with three levels", async () => {
  await json({ a: { b: { c: { d: 1 } } } });
  const inner = screen.getByRole("button", { name: /"c"/ });
  expect(inner.getAttribute("aria-expanded")).toBe("false");
  expect(shown()).toContain("1key");
  await userEvent.click(inner);
  expect(shown()).toContain('"d":1');
});

it("keeps what was folded while it has the same value or grows, and starts over with another one", async () => {
  const page = await json({ a: { b: 1 } });
  const fold = (): HTMLElement => screen.getByRole("button", { name: /"a"/ });
  const patch = (props: object): void => {
    page.nodes[0]?.patch(props);
    flushSync();
  };
  await userEvent.click(fold());
  patch({ value: { a: { b: 1 } }, label: "Other" });
  expect(fold().getAttribute("aria-expanded")).toBe("false");
  page.nodes[0]?.edit({ id: 0, path: ["a", "c"], edit: "set", value: 2 });
  flushSync();
  expect(fold().getAttribute("aria-expanded")).toBe("false");
  patch({ value: { a: { d: 3 } } });
  expect(fold().getAttribute("aria-expanded")).toBe("true");
});

it("unfolds all with open, and shows indices when asked to", async () => {
  await json({ a: { b: { c: [{ d: 1 }] } } }, { open: true, show_indices: true });
  expect(shown()).toContain('0:{"d":1}');
});

it("never puts a long list on the page as a whole", async () => {
  await json({ rows: Array.from({ length: 100_000 }, (_, i) => i) }, { open: true });
  await userEvent.click(screen.getByRole("button", { name: /"rows"/ }));
  expect(screen.getAllByRole("button", { name: / … / })).toHaveLength(10);
  await userEvent.click(screen.getByRole("button", { name: "0 … 9999" }));
  await userEvent.click(screen.getByRole("button", { name: "9900 … 9999" }));
  expect(shown()).toContain("9998,9999,");
  expect(document.querySelectorAll("*").length).toBeLessThan(2000);
});

it("folds entries into as few ranges as fit", () => {
  const ranges = (count: number): number[] | undefined =>
    rangesOf(entriesOf(Array<number>(count).fill(0)) ?? [])?.map(({ length }) => length);
  expect(ranges(100)).toBeUndefined();
  expect(ranges(101)).toEqual([100, 1]);
  expect(ranges(20_000)).toEqual([10_000, 10_000]);
});

it("starts with one level of a value that is too much to read", () => {
  const rows = Array.from({ length: 50 }, () => Array<number>(50).fill(0));
  expect(unfoldedLevels(rows, true)).toBe(1);
  expect(unfoldedLevels([1], true)).toBe(Infinity);
});

it("copies all of the value", async () => {
  const user = userEvent.setup();
  await json({ a: [1] });
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe('{\n  "a": [\n    1\n  ]\n}');
});

it("says that there is nothing", async () => {
  await json(null);
  expect(screen.getByRole("img", { name: "Empty value" })).toBeTruthy();
});
