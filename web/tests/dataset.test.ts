import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, it } from "vitest";
import { cellText, namedPages } from "../src/lib/dataset/samples";
import { showComponent, type ShownComponent } from "./component";

const PAIRS = {
  value: null,
  label: null,
  components: ["textbox", "number"],
  samples: [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ],
  headers: ["Letter", "Digit"],
  sample_labels: null,
  layout: null,
  samples_per_page: 2,
};
const WORDS = { ...PAIRS, components: ["textbox"], samples: [["one"], ["two"]], headers: [] };
const dataset = (props: object): Promise<ShownComponent> => showComponent("dataset", { ...props });

it("shows several columns as a grid with headers", async () => {
  await dataset(PAIRS);
  expect(screen.getByRole("grid", { name: "Examples" })).toBeTruthy();
  expect(screen.getAllByRole("columnheader").map((header) => header.textContent)).toEqual(["Letter", "Digit"]);
  expect(screen.getAllByRole("row").map((row) => row.textContent.trim().split(/\s+/))).toHaveLength(3);
});

it("tells which row was clicked", async () => {
  const { node, sent } = await dataset({ ...PAIRS, label: "Pairs" });
  await userEvent.click(screen.getByRole("gridcell", { name: "2" }));
  expect(sent).toEqual([
    { type: "event", target: node.id, event: "click", edit: { value: 1 }, data: { index: 1, value: ["b", 2] } },
    { type: "event", target: node.id, event: "select", data: { index: 1, value: ["b", 2] } },
  ]);
});

it("has one cell in the tab order; arrow keys move, Enter and Space pick", async () => {
  const { events, node } = await dataset(PAIRS);
  const focused = (): string | null | undefined => document.activeElement?.textContent;
  await userEvent.tab();
  expect(focused()).toBe("a");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}");
  expect(focused()).toBe("2");
  await userEvent.keyboard("{Home}{Enter}");
  expect(focused()).toBe("b");
  expect((node.props as { value: number }).value).toBe(1);
  await userEvent.keyboard("{ArrowUp}{End}[Space]");
  expect(focused()).toBe("1");
  expect((node.props as { value: number }).value).toBe(0);
  expect(events()).toEqual(["click", "select", "click", "select"]);
});

it("shows many samples on pages", async () => {
  const { sent } = await dataset(PAIRS);
  expect(screen.queryByText("c")).toBeNull();
  expect(screen.getByRole("button", { name: "1" }).getAttribute("aria-current")).toBe("page");
  await userEvent.click(screen.getByRole("button", { name: "2" }));
  expect(screen.queryByText("a")).toBeNull();
  await userEvent.click(screen.getByText("c"));
  expect(sent[0]?.data).toEqual({ index: 2, value: ["c", 3] });
});

it("goes back to a page that is there when there are fewer samples", async () => {
  const { node } = await dataset(PAIRS);
  await userEvent.click(screen.getByRole("button", { name: "2" }));
  node.patch({ samples: [["z", 26]] });
  flushSync();
  expect(screen.getByText("z")).toBeTruthy();
  expect(screen.queryByText("Pages:")).toBeNull();
});

it("starts over with other samples, and stays where it is when they are the same", async () => {
  const samples = ["a", "b", "c"].map((text, i) => [text, i]);
  const { node } = await dataset({ ...PAIRS, samples, samples_per_page: 2 });
  await userEvent.click(screen.getByRole("button", { name: "2" }));
  node.patch({ label: "Other", samples: structuredClone(samples) });
  flushSync();
  expect(screen.getByText("c")).toBeTruthy();
  node.patch({ samples: [["x", 1], ["y", 2], ["z", 3]] }); // prettier-ignore
  flushSync();
  expect(screen.getByText("x")).toBeTruthy();
  expect(screen.getByRole("button", { name: "1" }).getAttribute("aria-current")).toBe("page");
});

it("shows one column as buttons", async () => {
  const { sent } = await dataset(WORDS);
  await userEvent.click(screen.getByRole("button", { name: "two" }));
  expect(sent[0]?.data).toEqual({ index: 1, value: ["two"] });
});

it("can be a gallery, a table, and labels", async () => {
  const { node } = await dataset({ ...PAIRS, layout: "gallery" });
  expect(screen.getByRole("button", { name: "a, 1" })).toBeTruthy();
  node.patch({ sample_labels: ["first", "second", "third"] });
  flushSync();
  expect(screen.getByRole("button", { name: "second" })).toBeTruthy();
  node.patch({ ...WORDS, layout: "table" });
  flushSync();
  expect(screen.getByRole("gridcell", { name: "two" })).toBeTruthy();
});

it("writes values as text", () => {
  expect([null, "a", 1, true, ["a", 2], { a: 1 }, [[1]]].map(cellText)).toEqual(
    ["", "a", "1", "true", "a, 2", '{"a":1}', "[[1]]"], // prettier-ignore
  );
});

it("names the first pages, the last and those around", () => {
  expect(namedPages(0, 2)).toEqual([0, 1]);
  expect(namedPages(5, 12)).toEqual([0, null, 3, 4, 5, 6, 7, null, 11]);
});
