import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { showComponent } from "./component";

const NUMBER = { label: "Age", value: null, minimum: null, maximum: null, step: 1, placeholder: null };

function field(): HTMLInputElement {
  return screen.getByLabelText("Age");
}

test("edits are numbers, and null when it is empty", async () => {
  const { node, sent } = await showComponent("number", NUMBER);
  await userEvent.type(field(), "42");
  expect(sent.at(-1)).toMatchObject({ event: "input", edit: { value: 42 } });
  await userEvent.clear(field());
  expect(sent.at(-1)).toMatchObject({ event: "input", edit: { value: null } });
  expect(node.props).toMatchObject({ value: null });
});

test("what is typed stays as it was typed", async () => {
  await showComponent("number", NUMBER);
  await userEvent.type(field(), "1.50");
  expect(field().value).toBe("1.50");
});

test("shows what Python sets, also after typing", async () => {
  const { node } = await showComponent("number", { ...NUMBER, value: 3 });
  expect(field().value).toBe("3");
  await userEvent.type(field(), "5");
  node.patch({ value: 7 });
  flushSync();
  expect(field().value).toBe("7");
  node.patch({ value: null });
  flushSync();
  expect(field().value).toBe("");
});

test("Enter submits", async () => {
  const { events } = await showComponent("number", NUMBER);
  await userEvent.type(field(), "1{Enter}");
  expect(events()).toEqual(["focus", "input", "submit"]);
});

test("has its bounds, step and placeholder", async () => {
  await showComponent("number", { ...NUMBER, minimum: 0, maximum: 5, step: 0.5, placeholder: "0 to 5" });
  expect([field().min, field().max, field().step, field().placeholder]).toEqual(["0", "5", "0.5", "0 to 5"]);
});

test("read-only, it can't be changed", async () => {
  await showComponent("number", { ...NUMBER, value: 3, interactive: false });
  await userEvent.type(field(), "4");
  expect(field().value).toBe("3");
});
