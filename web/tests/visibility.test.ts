import { screen } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { block, show, type TestBlock } from "./page";

const text = (props: object = {}): TestBlock =>
  block("textbox", { label: "Field", type: "text", value: "", lines: 1, interactive: true, ...props });
const tab = (label: string, children: TestBlock[]): TestBlock =>
  block("tab", { label, id: label, interactive: true, alignment: "left", render_children: false }, children);

/** Each is a place in which the field is not on the page, and what brings it there. */
const PLACES: Record<string, [TestBlock, (open: (props: object) => void) => void]> = {
  "an invisible component": [
    text({ visible: false }),
    (open): void => {
      open({ visible: true });
    },
  ],
  "an invisible layout": [
    block("column", { variant: "default", visible: false }, [text()]),
    (open): void => {
      open({ visible: true });
    },
  ],
  "a closed accordion": [
    block("accordion", { label: "More", open: false }, [text()]),
    (open): void => {
      open({ open: true });
    },
  ],
  "a tab that is not selected": [
    block("tabs", { selected: "One", overflow_behavior: "menu" }, [tab("One", []), tab("Two", [text()])]),
    (open): void => {
      open({ selected: "Two" });
    },
  ],
};

describe("updates to what is not on the page", () => {
  it.each(Object.entries(PLACES))("are there when it comes: %s", async (_, [place, come]) => {
    const { app, nodes } = await show(place);
    expect(screen.queryByRole("textbox")).toBeNull();
    const [outer] = nodes;
    let inner = outer;
    while (inner?.children.length) inner = inner.children.at(-1);
    app.receive({ type: "update", patches: [[inner?.id ?? 0, { value: "new", label: "Renamed" }]] });
    come((props) => {
      app.receive({ type: "update", patches: [[outer?.id ?? 0, props as Record<string, unknown>]] });
    });
    flushSync();
    expect(screen.getByLabelText<HTMLInputElement>("Renamed").value).toBe("new");
  });

  it("are not lost while it goes and comes again", async () => {
    const { nodes } = await show(text({ value: "old" }));
    for (const props of [{ visible: false }, { value: "new" }, { visible: true }]) {
      nodes[0]?.patch(props);
      flushSync();
    }
    expect(screen.getByLabelText<HTMLInputElement>("Field").value).toBe("new");
  });
});

describe('visible="hidden"', () => {
  it.each([
    ["textbox", {}],
    ["button", { value: "Go", link: null }],
    ["column", { variant: "default" }],
    ["row", { variant: "default" }],
    ["group", {}],
    ["accordion", { label: "More", open: true }],
  ])("keeps a %s in the page, not shown", async (type, props) => {
    const { nodes } = await show(
      block(type, { type: "text", value: "", lines: 1, ...props, visible: "hidden", elem_id: "it" }),
    );
    const element = document.getElementById("it");
    expect(element?.classList.contains("hidden")).toBe(true);
    nodes[0]?.patch({ visible: true });
    flushSync();
    expect(document.getElementById("it")).toBe(element);
    expect(element?.classList.contains("hidden")).toBe(false);
  });
});

describe("interactive", () => {
  const CHOICES = [
    ["a", "a"],
    ["b", "b"],
  ];
  it.each([
    ["textbox", { type: "text", value: "a", lines: 1 }],
    ["number", { value: 1, step: 1 }],
    ["slider", { value: 1, minimum: 0, maximum: 3, step: 1, buttons: [] }],
    ["checkbox", { value: true }],
    ["checkboxgroup", { value: ["a"], choices: CHOICES }],
    ["radio", { value: "a", choices: CHOICES }],
    ["dropdown", { value: "a", choices: CHOICES, multiselect: false, filterable: true }],
    ["button", { value: "Go", link: null }],
  ])("of a %s can change while it is on the page", async (type, props) => {
    const { nodes } = await show(block(type, { label: "It", show_label: true, ...props, interactive: true }));
    const fields = (): HTMLInputElement[] => [
      ...document.querySelectorAll<HTMLInputElement>("main :is(input, textarea, button)"),
    ];
    const locked = (): boolean[] =>
      fields().map((each) => each.disabled || each.readOnly || each.getAttribute("aria-disabled") === "true");
    expect(locked()).not.toContain(true);
    nodes[0]?.patch({ interactive: false });
    flushSync();
    expect(locked().length).toBeGreaterThan(0);
    expect(locked()).not.toContain(false);
    nodes[0]?.patch({ interactive: true });
    flushSync();
    expect(locked()).not.toContain(true);
  });
});
