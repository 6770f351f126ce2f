import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { deepLink, isDeepLink } from "../src/lib/deep_link";
import { block, showPages, type Page, type TestBlock } from "./page";

const text = (label: string, value = ""): TestBlock =>
  block("textbox", { label, type: "text", value, lines: 1, interactive: true });
const link = (name: string, address: string): TestBlock =>
  block("button", { value: name, link: address, link_target: "_self", variant: "secondary", size: "lg", icon: null });

beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
});

/** An app with a main page and two others, the last of them without a link, at the address with this fragment. */
async function open(fragment = "", navbar?: object): Promise<Page> {
  const page = await showPages(
    {
      blocks: [text("Here"), link("Go", "/second")],
      ...(navbar && { navbar: block("navbar", { value: null, main_page_name: "Home", ...navbar }) }),
    },
    { name: "second", blocks: [text("There")] },
    { name: "third", isHidden: true, blocks: [text("Nowhere")] },
  );
  page.app.open(fragment);
  flushSync();
  return page;
}
function visit({ app }: Page, fragment: string): void {
  app.visit(fragment);
  flushSync();
}
const links = (): [string, string | null][] =>
  [...screen.getByRole("navigation").querySelectorAll("a")].map((a) => [a.textContent.trim(), a.getAttribute("href")]);
const loads = ({ app, sent }: Page): string[] =>
  sent.flatMap((m) =>
    m.type === "load" ? [app.pages.all.find(({ node }) => node.id === (m.page ?? app.root.id))?.path ?? "?"] : [],
  );

it("begins with the main page, and links to those that want it", async () => {
  const page = await open();
  expect(screen.getByLabelText("Here")).toBeTruthy();
  expect(screen.queryByLabelText("There")).toBeNull();
  expect(links()).toEqual([
    ["Home", "#/"],
    ["second", "#/second"],
  ]);
  expect(screen.getByRole("link", { name: "Home" }).getAttribute("aria-current")).toBe("page");
  expect(loads(page)).toEqual([""]);
});

it("begins with the page that the address names", async () => {
  const page = await open("#/third/?deep_link=x");
  expect(screen.getByLabelText("Nowhere")).toBeTruthy();
  expect(loads(page)).toEqual(["third"]);
  await waitFor(() => {
    expect(document.title).toBe("third · Test");
  });
});

it("shows another page with its load listeners, the focus at its top", async () => {
  const page = await open();
  await userEvent.type(screen.getByLabelText("Here"), "kept");
  visit(page, "#/second");
  expect(screen.getByLabelText("There")).toBeTruthy();
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole("main"));
  });
  visit(page, "");
  expect(screen.getByLabelText<HTMLInputElement>("Here").value).toBe("kept");
  expect(loads(page)).toEqual(["", "second", ""]);
});

it("stays where it is at a heading's fragment of the main page", async () => {
  const page = await open();
  visit(page, "#heading");
  expect(loads(page)).toEqual([""]);
});

it("says that there is no such page", async () => {
  const { app } = await open("#/nowhere");
  expect(screen.getByLabelText("Here")).toBeTruthy();
  expect(app.toasts.map(({ message }) => message).join()).toContain("no page at this address");
});

it("turns a link as Gradio's server has it into one that works here", async () => {
  await open();
  const go = screen.getByRole("link", { name: "Go" });
  go.addEventListener("click", (event) => {
    event.preventDefault();
  });
  await userEvent.click(go);
  expect(go.getAttribute("href")).toBe("#/second");
});

it("has a Navbar's links and names", async () => {
  const page = await open("", { value: [["Elsewhere", "https://example.com/"]], main_page_name: "Start" });
  expect(links()).toEqual([
    ["Start", "#/"],
    ["second", "#/second"],
    ["Elsewhere", "https://example.com/"],
  ]);
  expect(screen.getByRole("link", { name: "Elsewhere" }).getAttribute("target")).toBe("_blank");
  page.app.pages.all[0].navbar?.patch({ main_page_name: false });
  flushSync();
  expect(links()).toHaveLength(2);
  page.app.pages.all[0].navbar?.patch({ visible: false });
  flushSync();
  expect(screen.queryByRole("navigation")).toBeNull();
});

it("has no links where there is one page", async () => {
  await showPages({ blocks: [text("Only")], navbar: block("navbar", { value: [["a", "b"]], main_page_name: "Home" }) });
  expect(screen.queryByRole("navigation")).toBeNull();
});

it("makes deep links of the page and its values", () => {
  const nodes = [{ id: 3, type: "textbox", props: { value: "é?" } }];
  const address = deepLink("https://example.com/a/?__theme=dark#/second?deep_link=old", nodes);
  const [base, encoded] = address.split("deep_link=");
  expect(base).toBe("https://example.com/a/?__theme=dark#/second?");
  const bytes = Uint8Array.from(atob((encoded ?? "").replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual([[3, "textbox", "é?"]]);
  expect(isDeepLink(new URL(address).hash)).toBe(true);
  expect(deepLink("https://example.com/#heading", [])).toContain("/#/?deep_link=");
});

it("copies a deep link, and says so for a moment", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const button = { value: "Share", copied_value: "Copied", components: [1], variant: "secondary", size: "lg" };
  await showPages({ blocks: [text("Name", "Ada"), block("deeplinkbutton", { ...button, icon: null, link: null })] });
  await user.click(screen.getByRole("button", { name: "Share" }));
  await waitFor(() => {
    expect(screen.getByRole("button", { name: "Copied" })).toBeTruthy();
  });
  expect(await navigator.clipboard.readText()).toContain("#/?deep_link=");
  vi.advanceTimersByTime(1500);
  flushSync();
  expect(screen.getByRole("button", { name: "Share" })).toBeTruthy();
  vi.useRealTimers();
});
