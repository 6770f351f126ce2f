import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { showComponent } from "./component";

const BUTTON = { value: "Run", variant: "secondary", size: "lg", icon: null, link: null, link_target: "_self" };

test("a click is told to Python", async () => {
  const { node, sent } = await showComponent("button", BUTTON);
  await userEvent.click(screen.getByRole("button", { name: "Run" }));
  expect(sent).toEqual([{ type: "event", target: node.id, event: "click" }]);
});

test("it can be pressed by keyboard", async () => {
  const { events } = await showComponent("button", BUTTON);
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(events()).toEqual(["click"]);
});

test("its value is its text", async () => {
  const { node } = await showComponent("button", BUTTON);
  node.patch({ value: "Stop", variant: "stop" });
  flushSync();
  expect(screen.getByRole("button", { name: "Stop" }).classList).toContain("stop");
});

test("not interactive, it can't be clicked", async () => {
  const { sent } = await showComponent("button", { ...BUTTON, interactive: false });
  await userEvent.click(screen.getByRole("button", { name: "Run" }));
  expect(sent).toEqual([]);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Run" }).disabled).toBe(true);
});

test("an icon doesn't change its name", async () => {
  const { element } = await showComponent("button", { ...BUTTON, icon: "data:image/svg+xml,<svg/>" });
  expect(screen.getByRole("button", { name: "Run" })).toBe(element);
  expect(element.querySelector("img")).toBeTruthy();
});

test("with a link it is one", async () => {
  const { element } = await showComponent("button", { ...BUTTON, link: "https://example.com/", link_target: "_blank" });
  expect(screen.getByRole("link", { name: "Run" })).toBe(element);
  expect((element as HTMLAnchorElement).href).toBe("https://example.com/");
  expect((element as HTMLAnchorElement).target).toBe("_blank");
});

test("a link that is not interactive leads nowhere", async () => {
  const { element } = await showComponent("button", { ...BUTTON, link: "https://example.com/", interactive: false });
  expect(element.hasAttribute("href")).toBe(false);
  expect(screen.getByRole("link").getAttribute("aria-disabled")).toBe("true");
});
