import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { block, show, type TestBlock } from "./page";

const text = (label: string): TestBlock =>
  block("textbox", { label, type: "text", value: "", lines: 1, interactive: true });
const tab = (label: string, props: object = {}): TestBlock =>
  block("tab", { label, id: null, interactive: true, alignment: "left", render_children: false, ...props }, [
    text(`In ${label}`),
  ]);
const tabs = (children: TestBlock[], selected: unknown = null): TestBlock =>
  block("tabs", { selected, overflow_behavior: "menu" }, children);

describe("rows and columns", () => {
  it("share the width by scale and keep min_width", async () => {
    await show(
      block("row", { variant: "default" }, [
        block("column", { scale: 2, min_width: 320, variant: "panel", elem_id: "wide" }),
        block("column", { scale: 1, min_width: 100, variant: "default", elem_id: "narrow" }),
      ]),
    );
    expect(document.getElementById("wide")?.style.flexGrow).toBe("2");
    expect(document.getElementById("wide")?.style.minWidth).toBe("min(320px, 100%)");
    expect(document.getElementById("narrow")?.style.flexGrow).toBe("1");
  });

  it("take lengths in pixels and in CSS units", async () => {
    await show(block("row", { variant: "default", height: 200, max_height: "50vh", elem_id: "row" }));
    expect(document.getElementById("row")?.style.height).toBe("200px");
    expect(document.getElementById("row")?.style.maxHeight).toBe("50vh");
  });
});

describe("form", () => {
  it("is hidden while all that it holds is", async () => {
    const page = await show(block("form", { elem_id: "form" }, [{ ...text("Name"), props: { visible: false } }]));
    const form = document.getElementById("form");
    expect(form?.className).toContain("hidden");
    page.nodes[0]?.children[0]?.patch({ visible: true });
    flushSync();
    expect(form?.className).not.toContain("hidden");
  });
});

describe("accordion", () => {
  it("renders its content when it is opened, and keeps what was typed", async () => {
    const page = await show(block("accordion", { label: "More", open: false }, [text("Inside")]));
    const button = screen.getByRole("button", { name: "More" });
    expect(screen.queryByLabelText("Inside")).toBeNull();
    await userEvent.click(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    await userEvent.type(screen.getByLabelText("Inside"), "kept");
    await userEvent.click(button);
    expect(screen.getByTestId("accordion-content").hidden).toBe(true);
    await userEvent.click(button);
    expect(screen.getByLabelText<HTMLInputElement>("Inside").value).toBe("kept");
    expect(page.events().filter(([event]) => event === "expand" || event === "collapse")).toEqual([
      ["expand", { open: true }, undefined],
      ["collapse", { open: false }, undefined],
      ["expand", { open: true }, undefined],
    ]);
  });

  it("opens and closes when Python says so, and tells of it as if the visitor had", async () => {
    const page = await show(block("accordion", { label: "More", open: false }, [text("Inside")]));
    const patch = (props: object): void => {
      page.nodes[0]?.patch(props);
      flushSync();
    };
    patch({ open: true });
    expect(screen.getByLabelText("Inside")).toBeTruthy();
    patch({ open: true, label: "Less" });
    patch({ open: false });
    expect(page.events()).toEqual([
      ["expand", undefined, undefined],
      ["collapse", undefined, undefined],
    ]);
  });
});

describe("tabs", () => {
  it("shows the first tab that can be selected, or the selected one", async () => {
    await show(tabs([tab("A", { interactive: false }), tab("B")]), tabs([tab("C"), tab("D", { id: "d" })], "d"));
    const selected = screen.getAllByRole("tab", { selected: true }).map((each) => each.textContent.trim());
    expect(selected).toEqual(["B", "D"]);
    expect(screen.getByLabelText("In D")).toBeTruthy();
    expect(screen.queryByLabelText("In C")).toBeNull();
  });

  it("have panels that don't take a tab's name as their label: a field inside may have it", async () => {
    await show(tabs([{ ...tab("Name"), children: [text("Name")] }]));
    expect(screen.getAllByLabelText("Name")).toHaveLength(1);
    expect(screen.getByRole("tab", { name: "Name" }).getAttribute("aria-controls")).toBe(
      screen.getByRole("tabpanel").id,
    );
  });

  it("selects with a click, keeps the panels, and tells the tab and the tabs", async () => {
    const page = await show(tabs([tab("A"), tab("B", { id: "b" })]));
    await userEvent.type(screen.getByLabelText("In A"), "kept");
    await userEvent.click(screen.getByRole("tab", { name: "B" }));
    expect(screen.getByRole("tabpanel").getAttribute("aria-describedby")).toBe(
      screen.getByRole("tab", { name: "B" }).id,
    );
    await userEvent.click(screen.getByRole("tab", { name: "A" }));
    expect(screen.getByLabelText<HTMLInputElement>("In A").value).toBe("kept");
    const [all, a, b] = [page.nodes[0]?.id, ...(page.nodes[0]?.children.map(({ id }) => id) ?? [])];
    const selects = page.sent.flatMap((m) => (m.type === "event" && m.event === "select" ? [m] : []));
    expect(selects.map(({ target, edit, data }) => [target, edit, data])).toEqual([
      [a, undefined, { index: 0, value: "A" }],
      [all, { selected: "b" }, { index: 1, value: "B", id: "b", component_id: b }],
      [b, undefined, { index: 1, value: "B" }],
      [all, { selected: a }, { index: 0, value: "A", id: a, component_id: a }],
      [a, undefined, { index: 0, value: "A" }],
    ]);
  });

  it("moves with the arrow keys past disabled tabs, around the ends", async () => {
    await show(tabs([tab("A"), tab("B", { interactive: false }), tab("C")]));
    screen.getByRole("tab", { name: "A" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement?.textContent.trim()).toBe("C");
    expect(screen.getByRole("tab", { name: "C" }).getAttribute("aria-selected")).toBe("true");
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement?.textContent.trim()).toBe("A");
  });

  it("leaves invisible tabs out of the bar, and moves on when the selected one goes", async () => {
    const page = await show(tabs([tab("A"), tab("B"), tab("C", { visible: false })]));
    expect(screen.getAllByRole("tab")).toHaveLength(2);
    page.nodes[0]?.children[0]?.patch({ visible: false });
    flushSync();
    expect(screen.getByRole("tab", { selected: true }).textContent.trim()).toBe("B");
  });

  it("renders an unselected tab's content at once with render_children", async () => {
    await show(tabs([tab("A"), tab("B", { render_children: true })]));
    expect(screen.getByLabelText("In B")).toBeTruthy();
  });

  it("tells the tab that Python selects", async () => {
    const page = await show(tabs([tab("A"), tab("B", { id: "b" })]));
    page.nodes[0]?.patch({ selected: "b" });
    flushSync();
    expect(page.events().at(-1)).toEqual(["select", undefined, { index: 1, value: "B" }]);
  });
});
