import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { block, show, type Page } from "./page";

const NUMBERS = [
  ["One", 1],
  ["Two", 2],
  ["Three", 3],
];

function dropdown(props: object = {}): Promise<Page> {
  return show(
    block("dropdown", {
      choices: NUMBERS,
      value: 1,
      label: "Pick",
      interactive: true,
      filterable: true,
      multiselect: null,
      allow_custom_value: false,
      max_choices: null,
      num_choices_shown: 100,
      ...props,
    }),
  );
}

const input = (): HTMLInputElement => screen.getByLabelText("Pick");
const names = (): (string | undefined)[] => screen.queryAllByRole("option").map((option) => option.textContent.trim());
const edits = (page: Page): unknown[] => page.events().flatMap(([, edit]) => (edit ? [edit.value] : []));

describe("what Python gives while the list is open", () => {
  const isActive = (name: string): boolean => {
    const id = screen.getByRole("option", { name }).id;
    return input().getAttribute("aria-activedescendant") === id;
  };

  it("starts over with other choices, and stays where it is with the same", async () => {
    const page = await dropdown();
    await userEvent.click(input());
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    page.nodes[0]?.patch({ choices: structuredClone(NUMBERS), info: "help" });
    flushSync();
    expect(isActive("Three")).toBe(true);
    page.nodes[0]?.patch({ choices: [...NUMBERS.slice(1), NUMBERS[0]] });
    flushSync();
    expect(isActive("One")).toBe(true);
  });

  it("leaves what is typed where a list of values is the same", async () => {
    const page = await dropdown({ multiselect: true, value: [1] });
    await userEvent.type(input(), "tw");
    page.nodes[0]?.patch({ value: [1] });
    flushSync();
    expect(input().value).toBe("tw");
    page.nodes[0]?.patch({ value: [1, 3] });
    flushSync();
    expect(input().value).toBe("");
  });
});

describe("the choice of nothing", () => {
  const choices = [
    ["Default", null],
    ["Option A", "a"],
  ];

  it("shows its name while the value is null, also when it is picked", async () => {
    const page = await dropdown({ choices, value: null });
    expect(input().value).toBe("Default");
    await userEvent.click(input());
    expect(screen.getByRole("option", { name: "Default" }).getAttribute("aria-selected")).toBe("true");
    await userEvent.click(screen.getByRole("option", { name: "Option A" }));
    await userEvent.click(input());
    await userEvent.click(screen.getByRole("option", { name: "Default" }));
    expect(input().value).toBe("Default");
    expect(edits(page)).toEqual(["a", null]);
  });

  it("has a token among several, and nothing chosen has none", async () => {
    const page = await dropdown({ choices, value: [null, "a"], multiselect: true });
    expect([...document.querySelectorAll(".token")].map((token) => token.textContent.trim())).toEqual([
      "Default",
      "Option A",
    ]);
    page.nodes[0]?.patch({ value: null });
    flushSync();
    expect(document.querySelectorAll(".token")).toHaveLength(0);
  });

  it("is nothing where no choice has that value", async () => {
    await dropdown({ value: null });
    expect(input().value).toBe("");
  });
});

describe("one choice", () => {
  it("shows the chosen name, not the value", async () => {
    await dropdown();
    expect(input().value).toBe("One");
  });

  it("lists the choices when it is focused, and takes the one that is clicked", async () => {
    const page = await dropdown();
    await userEvent.click(input());
    expect(names()).toEqual(["One", "Two", "Three"]);
    expect(screen.getByRole("option", { name: "One" }).getAttribute("aria-selected")).toBe("true");
    await userEvent.click(screen.getByRole("option", { name: "Three" }));
    expect(input().value).toBe("Three");
    expect(names()).toEqual([]);
    expect(page.events()).toEqual([
      ["focus", undefined, undefined],
      ["input", { value: 3 }, undefined],
      ["select", undefined, { index: 2, value: 3, selected: true }],
    ]);
  });

  it("finds choices by typing and takes the first with Enter", async () => {
    const page = await dropdown();
    await userEvent.type(input(), "TW", { initialSelectionStart: 0, initialSelectionEnd: 3 });
    expect(names()).toEqual(["Two"]);
    await userEvent.keyboard("{Enter}");
    expect(input().value).toBe("Two");
    expect(edits(page)).toEqual([2]);
  });

  it("moves with the arrow keys, around the ends", async () => {
    const page = await dropdown();
    await userEvent.tab();
    await userEvent.keyboard("{ArrowUp}");
    const active = input().getAttribute("aria-activedescendant") ?? "";
    expect(document.getElementById(active)?.textContent.trim()).toBe("Three");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(edits(page)).toEqual([2]);
  });

  it("gives the name back when what was typed is no choice", async () => {
    const page = await dropdown();
    await userEvent.clear(input());
    await userEvent.type(input(), "zzz");
    expect(names()).toEqual([]);
    await userEvent.tab();
    expect(input().value).toBe("One");
    expect(edits(page)).toEqual([]);
  });

  it("closes with Escape", async () => {
    await dropdown();
    await userEvent.click(input());
    await userEvent.keyboard("{Escape}");
    expect(input().getAttribute("aria-expanded")).toBe("false");
  });

  it("shows no more than num_choices_shown", async () => {
    await dropdown({ num_choices_shown: 2 });
    await userEvent.click(input());
    expect(names()).toEqual(["One", "Two"]);
  });

  it("tells what was typed with every key", async () => {
    const page = await dropdown({ value: null });
    await userEvent.type(input(), "th");
    expect(page.events().filter(([event]) => event === "key_up")).toEqual([
      ["key_up", undefined, { key: "t", input_value: "t" }],
      ["key_up", undefined, { key: "h", input_value: "th" }],
    ]);
  });

  it("shows a value that Python sets, also while something is typed", async () => {
    const page = await dropdown();
    await userEvent.type(input(), "t");
    page.nodes[0]?.patch({ value: 3 });
    flushSync();
    expect(input().value).toBe("Three");
  });

  it("shows nothing of a value that is no choice, where there are no custom values", async () => {
    const page = await dropdown({ value: "gone" });
    expect(input().value).toBe("");
    page.nodes[0]?.patch({ allow_custom_value: true });
    flushSync();
    expect(input().value).toBe("gone");
    page.nodes[0]?.patch({ allow_custom_value: false, value: 2 });
    flushSync();
    expect(input().value).toBe("Two");
    page.nodes[0]?.patch({ choices: [["One", 1]] });
    flushSync();
    expect(input().value).toBe("");
  });

  it("can't be used when it isn't interactive", async () => {
    await dropdown({ interactive: false });
    expect(input().disabled).toBe(true);
    expect(input().value).toBe("One");
  });

  it("can't be typed into when it isn't filterable", async () => {
    await dropdown({ filterable: false });
    expect(input().readOnly).toBe(true);
    await userEvent.click(input());
    expect(names()).toHaveLength(3);
  });
});

describe("custom values", () => {
  it("takes typed text on Enter and on leaving", async () => {
    const page = await dropdown({ allow_custom_value: true, value: null });
    await userEvent.type(input(), "fox{Enter}");
    await userEvent.clear(input());
    await userEvent.type(input(), "wolf");
    await userEvent.tab();
    expect(edits(page)).toEqual(["fox", "wolf"]);
    expect(input().value).toBe("wolf");
  });

  it("takes the value of a choice whose name was typed, and an empty text as one", async () => {
    const page = await dropdown({ allow_custom_value: true, value: null });
    await userEvent.type(input(), "Two");
    await userEvent.tab();
    await userEvent.clear(input());
    await userEvent.tab();
    expect(edits(page)).toEqual([2, ""]);
  });

  it("has no value still when text was typed and deleted again", async () => {
    const page = await dropdown({ allow_custom_value: true, value: null });
    await userEvent.type(input(), "x{Backspace}");
    await userEvent.tab();
    expect(edits(page)).toEqual([null]);
  });
});

describe("several choices", () => {
  const several = (props: object = {}): Promise<Page> => dropdown({ multiselect: true, value: [1], ...props });

  it("adds and takes out choices", async () => {
    const page = await several();
    await userEvent.click(input());
    await userEvent.click(screen.getByRole("option", { name: "Three" }));
    expect(names()).toHaveLength(3);
    await userEvent.click(screen.getByRole("option", { name: "One" }));
    expect(page.events().slice(1)).toEqual([
      ["input", { value: [1, 3] }, undefined],
      ["select", undefined, { index: 2, value: 3, selected: true }],
      ["input", { value: [3] }, undefined],
      ["select", undefined, { index: 0, value: 1, selected: false }],
    ]);
  });

  it("has a name of its own where the app gives none", async () => {
    await several({ label: null });
    expect(screen.getByLabelText("Multiselect")).toBeTruthy();
  });

  it("takes no more than max_choices", async () => {
    const page = await several({ max_choices: 1 });
    await userEvent.click(input());
    await userEvent.click(screen.getByRole("option", { name: "Two" }));
    expect(edits(page)).toEqual([]);
  });

  it("removes with a chip's button, with Backspace, and all at once", async () => {
    const page = await several({ value: [1, 2, 3] });
    await userEvent.click(screen.getByRole("button", { name: "Remove Two" }));
    await userEvent.type(input(), "{Backspace}");
    await userEvent.click(screen.getByRole("button", { name: "Clear" }));
    expect(edits(page)).toEqual([[1, 3], [1], []]);
  });

  it("adds custom values once", async () => {
    const page = await several({ allow_custom_value: true });
    await userEvent.type(input(), "fox{Enter}fox{Enter}");
    expect(edits(page)).toEqual([[1, "fox"]]);
    expect(input().value).toBe("");
  });
});
