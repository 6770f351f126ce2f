/** Checkbox, CheckboxGroup and Radio: what is ticked, by whom, and what Python is told of it. */
import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";
import { showComponent } from "./component";

function box(name: string): HTMLInputElement {
  return screen.getByLabelText(name);
}

describe("checkbox", () => {
  test("ticking it is an edit and a selection", async () => {
    const { sent } = await showComponent("checkbox", { label: "Agree", value: false });
    await userEvent.click(screen.getByText("Agree"));
    expect(box("Agree").checked).toBe(true);
    expect(sent).toMatchObject([
      { event: "input", edit: { value: true } },
      { event: "select", data: { index: 0, value: true, selected: true } },
    ]);
  });

  test("shows what Python sets", async () => {
    const { node, sent } = await showComponent("checkbox", { label: "Agree", value: false });
    node.patch({ value: true });
    flushSync();
    expect(box("Agree").checked).toBe(true);
    expect(sent).toEqual([]);
  });

  test("its help describes it and is not in its name", async () => {
    await showComponent("checkbox", { label: "Agree", info: "You can't undo this", value: false });
    const help = document.getElementById(box("Agree").getAttribute("aria-describedby") ?? "");
    expect(help?.textContent.trim()).toBe("You can't undo this");
  });

  test("read-only, it can't be ticked", async () => {
    const { sent } = await showComponent("checkbox", { label: "Agree", value: false, interactive: false });
    await userEvent.click(box("Agree"));
    expect(box("Agree").checked).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe("checkbox group", () => {
  const choices = [
    ["Cereal", "c"],
    ["Milk", "m"],
    ["Water", 3],
  ];
  const GROUP = { label: "Items", choices, value: ["m"], show_select_all: false };

  test("is a group of boxes with the label's name", async () => {
    await showComponent("checkboxgroup", GROUP);
    expect(screen.getByRole("group", { name: "Items" })).toBeTruthy();
    expect(screen.getAllByRole("checkbox")).toHaveLength(3);
  });

  test("the value lists what is ticked, in the order of ticking", async () => {
    const { sent } = await showComponent("checkboxgroup", GROUP);
    await userEvent.click(box("Water"));
    expect(sent).toMatchObject([
      { event: "input", edit: { value: ["m", 3] } },
      { event: "select", data: { index: 2, value: 3, selected: true } },
    ]);
    await userEvent.click(box("Milk"));
    expect(sent.slice(2)).toMatchObject([
      { event: "input", edit: { value: [3] } },
      { event: "select", data: { index: 1, value: "m", selected: false } },
    ]);
  });

  test("Python's value and choices show", async () => {
    const { node } = await showComponent("checkboxgroup", GROUP);
    node.patch({ choices: [["Tea", "t"]], value: ["t"] });
    flushSync();
    expect(screen.getAllByRole("checkbox")).toEqual([box("Tea")]);
    expect(box("Tea").checked).toBe(true);
  });

  test("all can be ticked and unticked at once", async () => {
    const { node } = await showComponent("checkboxgroup", { ...GROUP, show_select_all: true });
    expect(box("Select all").indeterminate).toBe(true);
    await userEvent.click(box("Select all"));
    expect(node.props).toMatchObject({ value: ["c", "m", 3] });
    expect([box("Select all").checked, box("Select all").indeterminate]).toEqual([true, false]);
    await userEvent.click(box("Select all"));
    expect(node.props).toMatchObject({ value: [] });
    expect(box("Milk").checked).toBe(false);
  });
});

describe("radio", () => {
  const RADIO = {
    label: "Size",
    value: "s",
    rtl: false,
    choices: [
      ["Small", "s"],
      ["Large", 2],
    ],
  };

  test("is a group of radio buttons with the label's name", async () => {
    await showComponent("radio", RADIO);
    expect(screen.getByRole("group", { name: "Size" })).toBeTruthy();
    expect([box("Small").checked, box("Large").checked]).toEqual([true, false]);
  });

  test("selecting is an edit and a selection, with the value's own type", async () => {
    const { sent } = await showComponent("radio", RADIO);
    await userEvent.click(screen.getByText("Large"));
    expect(sent).toMatchObject([
      { event: "input", edit: { value: 2 } },
      { event: "select", data: { index: 1, value: 2 } },
    ]);
    expect([box("Small").checked, box("Large").checked]).toEqual([false, true]);
  });

  test("Python can take the selection away", async () => {
    const { node } = await showComponent("radio", RADIO);
    node.patch({ value: null });
    flushSync();
    expect([box("Small").checked, box("Large").checked]).toEqual([false, false]);
  });

  test("read-only, nothing else can be selected", async () => {
    const { sent } = await showComponent("radio", { ...RADIO, interactive: false });
    await userEvent.click(box("Large"));
    expect(box("Small").checked).toBe(true);
    expect(sent).toEqual([]);
  });
});

describe("choices that are alike", () => {
  const choices = [
    ["int", 1],
    ["text", "1"],
    ["true", true],
    ["nothing", null],
    ["false", false],
    ["again", 1],
  ];

  test("are each its own", async () => {
    const { node, sent } = await showComponent("radio", { label: "Pick", choices, value: true });
    expect([box("int"), box("text"), box("true"), box("nothing")].map(({ checked }) => checked)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    await userEvent.click(box("text"));
    expect(sent).toMatchObject([{ edit: { value: "1" } }, { data: { index: 1, value: "1" } }]);
    node.patch({ value: null });
    flushSync();
    expect(box("nothing").checked).toBe(true);
  });

  test("are ticked each for itself", async () => {
    const { sent } = await showComponent("checkboxgroup", { label: "Pick", choices, value: [true, null] });
    expect(choices.filter(([name]) => box(name as string).checked)).toEqual([choices[2], choices[3]]);
    await userEvent.click(box("false"));
    await userEvent.click(box("nothing"));
    expect(sent).toMatchObject([
      { edit: { value: [true, null, false] } },
      { event: "select" },
      { edit: { value: [true, false] } },
      { event: "select" },
    ]);
  });
});
