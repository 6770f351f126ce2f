import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { expect, it } from "vitest";
import type { App } from "../src/app.svelte";
import { Inbox } from "../src/inbox";
import type { ComponentConfig, LayoutConfig, RenderMessage, ToPage } from "../src/protocol";
import { areLoaded } from "../src/registry";
import { block, show } from "./page";

const SHARED = { visible: true, elem_id: null, elem_classes: [] };

function textbox(id: number, label: string, props: object = { value: "" }): ComponentConfig {
  return { id, type: "textbox", props: { ...SHARED, label, type: "text", lines: 1, interactive: true, ...props } };
}

function button(id: number, value: string): ComponentConfig {
  return {
    id,
    type: "button",
    props: { ...SHARED, value, variant: "secondary", size: "lg", interactive: true, link: null },
  };
}

function row(id: number): ComponentConfig {
  return { id, type: "row", props: { ...SHARED, variant: "default" } };
}

function message(components: ComponentConfig[], children?: LayoutConfig[]): RenderMessage {
  return {
    type: "render",
    components,
    layout: { id: 1, children: children ?? components.map(({ id }) => ({ id })) },
    dependencies: [],
    removed: [],
    storage_keys: [],
  };
}

/** An app with one empty column, 1, that a `gr.render` function fills; and after it a button, 2. */
async function place(): Promise<{ app: App; render: (...args: Parameters<typeof message>) => Promise<void> }> {
  const { app } = await show(
    block("column", { variant: "default", scale: 1, show_progress: true }),
    block("button", button(2, "outside").props),
  );
  return {
    app,
    render: async (...args) => {
      app.receive(message(...args));
      await tick();
    },
  };
}

it("keeps the element, the typed text and the caret of a block that is there again", async () => {
  const { render } = await place();
  await render([textbox(10, "First"), textbox(11, "Second")]);
  const field = screen.getByLabelText<HTMLInputElement>("Second");
  await userEvent.type(field, "typed");
  field.setSelectionRange(2, 2);
  await render([textbox(12, "New"), textbox(11, "Second, renamed", {}), textbox(13, "Last")]);
  expect(screen.getByLabelText("Second, renamed")).toBe(field);
  expect(document.activeElement).toBe(field);
  expect([field.value, field.selectionStart]).toEqual(["typed", 2]);
  expect(screen.queryByLabelText("First")).toBeNull();
  expect(screen.getAllByRole("textbox")).toHaveLength(3);
});

it("keeps the focus of a block that moves", async () => {
  const { render } = await place();
  await render([textbox(10, "First"), textbox(11, "Second"), textbox(12, "Third")]);
  screen.getByLabelText("First").focus();
  await render([textbox(12, "Third", {}), textbox(11, "Second", {}), textbox(10, "First", {})]);
  await tick();
  expect(document.activeElement).toBe(screen.getByLabelText("First"));
});

it("leaves the keyboard at the same place when the element is a new one", async () => {
  const { render } = await place();
  await render([button(10, "Delete a"), button(11, "Delete b"), button(12, "Delete c")]);
  screen.getByRole("button", { name: "Delete b" }).focus();
  await render([button(20, "Delete a"), button(21, "Delete c")]);
  await tick();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Delete c" }));
});

it("doesn't take the focus from elsewhere", async () => {
  const { render } = await place();
  await render([button(10, "Inside")]);
  screen.getByRole("button", { name: "outside" }).focus();
  await render([button(11, "Inside")]);
  await tick();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "outside" }));
});

it("forgets the blocks that went, with what was in them", async () => {
  const { app, render } = await place();
  await render([row(10), textbox(11, "Inside")], [{ id: 10, children: [{ id: 11 }] }]);
  expect(screen.getByLabelText("Inside")).toBeTruthy();
  await render([], []);
  expect(() => app.node(11)).toThrow("no block 11");
  expect(() => app.node(10)).toThrow("no block 10");
});

it("moves a block into another layout", async () => {
  const { render } = await place();
  await render([textbox(11, "Field")]);
  await render([row(10), textbox(11, "Field", { value: "moved" })], [{ id: 10, children: [{ id: 11 }] }]);
  expect(screen.getByLabelText<HTMLInputElement>("Field").value).toBe("moved");
  expect(screen.getByLabelText("Field").closest(".row")).toBeTruthy();
});

it("shows how far listeners are that it was given, as long as they are there", async () => {
  const { app, render } = await place();
  await render([textbox(10, "Out")]);
  const dependency = { id: 7, targets: [], inputs: [], outputs: [10], show_progress_on: [], scroll_to_output: false };
  app.receive({ ...message([textbox(10, "Out")]), dependencies: [{ ...dependency, show_progress: "full" }] });
  app.receive({ type: "status", dependency: 7, stage: "pending", queue: [2, 3] });
  await tick();
  expect(screen.getByTestId("status-tracker").textContent).toContain("queue: 2/3");
  app.receive({ ...message([]), removed: [7] });
  app.receive({ type: "status", dependency: 7, stage: "complete" });
  await tick();
  expect(screen.queryByTestId("status-tracker")).toBeNull();
});

it("stays pending until the last of the listeners that write there is over", async () => {
  const { app, render } = await place();
  await render([textbox(10, "Out"), textbox(11, "Elsewhere")]);
  const shared = { targets: [], inputs: [], outputs: [10], scroll_to_output: false, show_progress: "full" as const };
  const dependencies = [
    { ...shared, id: 7, show_progress_on: [] },
    { ...shared, id: 8, show_progress_on: [] },
    { ...shared, id: 9, show_progress_on: [11] },
  ];
  app.receive({ ...message([textbox(10, "Out"), textbox(11, "Elsewhere")]), dependencies });
  const pending = async (changes: [number, "pending" | "generating" | "complete" | "error"][]): Promise<unknown[]> => {
    for (const [dependency, stage] of changes) app.receive({ type: "status", dependency, stage });
    await tick();
    return [app.node(10).stage, app.node(11).stage];
  };
  expect(
    await pending([
      [7, "pending"],
      [8, "pending"],
      [7, "complete"],
    ]),
  ).toEqual(["pending", null]);
  expect(await pending([[8, "error"]])).toEqual(["error", null]);
  expect(
    await pending([
      [9, "pending"],
      [7, "pending"],
      [7, "generating"],
    ]),
  ).toEqual(["generating", "pending"]);
  expect(
    await pending([
      [7, "complete"],
      [9, "complete"],
    ]),
  ).toEqual([null, null]);
});

it("loads what it needs before it shows, and lets what comes after wait", async () => {
  const handled: string[] = [];
  const { app } = await place();
  const inbox = new Inbox((each: ToPage) => {
    handled.push(each.type);
    app.receive(each);
  });
  expect(areLoaded(["label"])).toBe(false);
  inbox.take(
    message([
      { id: 10, type: "label", props: { ...SHARED, label: "Result", show_heading: true, value: { label: "one" } } },
    ]),
  );
  inbox.take({ type: "update", patches: [[10, { value: { label: "two" } }]] });
  expect(handled).toEqual([]);
  await waitFor(() => {
    expect(screen.getByText("two")).toBeTruthy();
  });
  expect(handled).toEqual(["render", "update"]);
});

it("says so when a component can't be loaded, and shows the rest", async () => {
  const { app } = await place();
  const inbox = new Inbox((each: ToPage) => {
    app.receive(each);
  });
  inbox.take(message([{ id: 10, type: "nonsense", props: SHARED }, textbox(11, "There")]));
  await waitFor(() => {
    expect(screen.getByLabelText("There")).toBeTruthy();
  });
  expect(app.toasts.map(({ message: text }) => text)).toEqual([expect.stringContaining("could not be loaded")]);
});
