import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { block, show, type Page } from "./page";

const CONFIDENCES = [
  { label: "cat", confidence: 0.704 },
  { label: "dog", confidence: 0.296 },
];

function label(value: unknown, props: object = {}): Promise<Page> {
  return show(block("label", { value, label: "Result", color: null, show_heading: true, ...props }));
}

it("shows the likeliest class and how sure it is of each", async () => {
  const page = await label({ label: "cat", confidences: CONFIDENCES });
  expect(screen.getByTestId("label-output-value").textContent.trim()).toBe("cat");
  expect(screen.getByTestId("dog-confidence-set").textContent.replace(/\s+/g, " ").trim()).toBe("dog 30%");
  await userEvent.click(screen.getByTestId("dog-confidence-set"));
  expect(page.events()).toEqual([["select", undefined, { index: 1, value: "dog" }]]);
});

it("shows a class alone", async () => {
  await label({ label: "cat", confidences: null });
  expect(screen.getByRole("heading", { name: "cat" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /cat/ })).toBeNull();
});

it("leaves the heading out with show_heading=False", async () => {
  await label({ label: "cat", confidences: CONFIDENCES }, { show_heading: false });
  expect(screen.queryByRole("heading", { name: "cat" })).toBeNull();
  expect(screen.getByTestId("cat-confidence-set")).toBeTruthy();
});

it("says that there is nothing", async () => {
  await label({});
  expect(screen.getByRole("img", { name: "Empty value" })).toBeTruthy();
});
