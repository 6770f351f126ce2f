import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, test } from "vitest";
import { showComponent } from "./component";

const TEXTBOX = { value: null, type: "text", lines: 1, max_lines: null, autoscroll: true };

function field(name: string): HTMLInputElement | HTMLTextAreaElement {
  return screen.getByLabelText(name);
}

describe("text", () => {
  test("every keystroke is an edit of the value", async () => {
    const { node, sent } = await showComponent("textbox", { ...TEXTBOX, label: "Name" });
    await userEvent.type(field("Name"), "Hi");
    expect(sent.filter(({ event }) => event === "input").map(({ edit }) => edit)).toEqual([
      { value: "H" },
      { value: "Hi" },
    ]);
    expect(node.props).toMatchObject({ value: "Hi" });
  });

  test("shows what Python sets, and tells it nothing", async () => {
    const { node, sent } = await showComponent("textbox", { ...TEXTBOX, label: "Name", value: "old" });
    node.patch({ value: "new" });
    flushSync();
    expect(field("Name").value).toBe("new");
    expect(sent).toEqual([]);
  });

  test("stops at max_length", async () => {
    await showComponent("textbox", { ...TEXTBOX, label: "Name", max_length: 3 });
    await userEvent.type(field("Name"), "abcdef");
    expect(field("Name").value).toBe("abc");
  });

  test.each(["password", "email"])("a %s is an input of that type", async (type) => {
    await showComponent("textbox", { ...TEXTBOX, label: "Secret", type, max_lines: 1 });
    expect(field("Secret").type).toBe(type);
  });

  test("html_attributes, direction and alignment are the field's", async () => {
    const html_attributes = { autocomplete: "name", lang: "he", spellcheck: null };
    await showComponent("textbox", { ...TEXTBOX, label: "Name", rtl: true, text_align: "left", html_attributes });
    expect(field("Name").getAttribute("autocomplete")).toBe("name");
    expect(field("Name").lang).toBe("he");
    expect(field("Name").hasAttribute("spellcheck")).toBe(false);
    expect(field("Name").dir).toBe("rtl");
    expect(field("Name").style.textAlign).toBe("left");
  });
});

describe("names", () => {
  test("the help describes the field and is not in its name", async () => {
    await showComponent("textbox", { ...TEXTBOX, label: "Name", info: "As on your passport" });
    const help = document.getElementById(field("Name").getAttribute("aria-describedby") ?? "");
    expect(help?.textContent.trim()).toBe("As on your passport");
  });

  test("a label that is not shown still names the field", async () => {
    await showComponent("textbox", { ...TEXTBOX, label: "Name", show_label: false });
    expect(field("Name")).toBeTruthy();
    expect(screen.getByText("Name").className).toContain("visually-hidden");
  });

  test("without a label the field is called by its type", async () => {
    await showComponent("textbox", TEXTBOX);
    expect(field("Textbox")).toBeTruthy();
  });

  test("read-only, it can be reached but not written to", async () => {
    const { events } = await showComponent("textbox", { ...TEXTBOX, label: "Name", value: "Ada", interactive: false });
    await userEvent.tab();
    await userEvent.keyboard("x");
    expect(document.activeElement).toBe(field("Name"));
    expect(field("Name").value).toBe("Ada");
    expect(events()).not.toContain("input");
  });
});

describe("submit", () => {
  test("Enter submits one line", async () => {
    const { events } = await showComponent("textbox", { ...TEXTBOX, label: "Name" });
    await userEvent.type(field("Name"), "a{Enter}");
    expect(events()).toEqual(["focus", "input", "submit"]);
    expect(field("Name").value).toBe("a");
  });

  test("where there are several lines, Enter starts one and Shift+Enter submits", async () => {
    const { events } = await showComponent("textbox", { ...TEXTBOX, label: "Bio", lines: 3 });
    await userEvent.type(field("Bio"), "a{Enter}b");
    expect(events()).not.toContain("submit");
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(events().filter((event) => event === "submit")).toHaveLength(1);
    expect(field("Bio").value).toBe("a\nb");
  });

  test("Enter that confirms a composed character doesn't submit", async () => {
    const { events } = await showComponent("textbox", { ...TEXTBOX, label: "Name" });
    field("Name").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    expect(events()).not.toContain("submit");
  });

  test("its buttons submit and stop", async () => {
    const { events } = await showComponent("textbox", { ...TEXTBOX, submit_btn: true, stop_btn: "Halt" });
    await userEvent.click(screen.getByRole("button", { name: "Submit" }));
    await userEvent.click(screen.getByRole("button", { name: "Halt" }));
    expect(events()).toEqual(["submit", "stop"]);
  });
});

test("selecting tells which text, and where it is", async () => {
  const { sent } = await showComponent("textbox", { ...TEXTBOX, label: "Name", value: "hello" });
  field("Name").setSelectionRange(1, 3);
  field("Name").dispatchEvent(new Event("select"));
  expect(sent).toContainEqual(expect.objectContaining({ event: "select", data: { value: "el", index: [1, 3] } }));
});

test("the copy button copies the text and says so", async () => {
  const user = userEvent.setup();
  const { sent } = await showComponent("textbox", { ...TEXTBOX, value: "hello", buttons: ["copy"] });
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe("hello");
  expect(await screen.findByRole("button", { name: "Copied" })).toBeTruthy();
  expect(sent.at(-1)).toMatchObject({ event: "copy", data: { value: "hello" } });
});

test("focus and blur are told", async () => {
  const { events } = await showComponent("textbox", TEXTBOX);
  await userEvent.tab();
  await userEvent.tab();
  expect(events()).toEqual(["focus", "blur"]);
});

test("autofocus has the focus at the start", async () => {
  await showComponent("textbox", { ...TEXTBOX, label: "Name", autofocus: true });
  expect(document.activeElement).toBe(field("Name"));
});
