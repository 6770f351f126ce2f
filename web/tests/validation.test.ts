import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import type { Props } from "../src/protocol";
import { block, show } from "./page";

const SHARED = { info: null, show_label: true, container: true, interactive: true, min_width: 160, buttons: [] };
const TYPES: [type: string, role: string, props: Props][] = [
  ["textbox", "textbox", { value: "a", type: "text", lines: 1, max_lines: 1 }],
  ["number", "spinbutton", { value: 1 }],
  ["slider", "slider", { value: 1, minimum: 0, maximum: 5, step: 1 }],
  ["checkbox", "checkbox", { value: false }],
  ["dropdown", "combobox", { value: "a", choices: [["a", "a"]], filterable: true }],
];

test.each(TYPES)("what a validator says of a %s is shown and describes its %s", async (type, role, props) => {
  const { app, nodes } = await show(block(type, { ...SHARED, label: "Field", info: "Help", ...props }));
  const id = nodes[0]?.id ?? -1;
  app.receive({ type: "validation", errors: [[id, "Not good"]] });
  flushSync();
  const field = screen.getByRole(role);
  expect(screen.getByRole("alert").textContent).toBe("Not good");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((each) => document.getElementById(each)?.textContent.trim())).toEqual(["Help", "Not good"]);
  app.receive({ type: "validation", errors: [[id, null]] });
  flushSync();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(field.hasAttribute("aria-invalid")).toBe(false);
});

test.each(["radio", "checkboxgroup"])("a %s is described as a whole", async (type) => {
  const value = type === "radio" ? "a" : [];
  const { app, nodes } = await show(block(type, { ...SHARED, label: "Pick", value, choices: [["a", "a"]] }));
  app.receive({ type: "validation", errors: [[nodes[0]?.id ?? -1, "Pick one"]] });
  flushSync();
  const group = screen.getByRole("group", { name: "Pick" });
  expect(document.getElementById(group.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Pick one");
});

test("it goes away when the visitor changes the value", async () => {
  const { app, nodes } = await show(block("textbox", { ...SHARED, label: "Name", ...TYPES[0]?.[2] }));
  app.receive({ type: "validation", errors: [[nodes[0]?.id ?? -1, "Too short"]] });
  flushSync();
  await userEvent.type(screen.getByLabelText("Name"), "b");
  expect(screen.queryByText("Too short")).toBeNull();
});
